"""The stage in a real browser: what a person does with it by mouse, keys and fingers, with few events and with many."""

import re
from itertools import combinations

import pytest

from tests.browsing import HOME, IDLE, PATIENCE, choose_actor, draw_box, settled
from tests.serving import serve
from timeline import frame as fr

VIEW = "() => document.querySelector('.tl-plot')._fullLayout.xaxis.range.map(Math.round)"
TARGET = """(kind) => { const box = document.querySelector('.tl-plot').getBoundingClientRect(), plot = document.querySelector('.tl-plot');
  const { xaxis, yaxis } = plot._fullLayout, place = (x, y) => [box.x + xaxis._offset + xaxis.l2p(x), box.y + yaxis._offset + yaxis.l2p(y)];
  const shown = ([x, y]) => x > box.x + xaxis._offset + 15 && x < box.right - 30 && y > 40 && y < innerHeight - 20;
  for (const t of plot.data) {
    if (kind === 'more' && t.text && t.mode === 'markers+text')
      for (let i = 0; i < t.x.length; i++) { const at = place(t.x[i], t.y[i]); if (shown(at)) return [...at, t.text[i]]; }
    if (kind === 'cell' && t.type === 'heatmap')
      for (let n = 0; n < t.z.length; n++) for (let i = 0; i < t.z[n].length; i++) { const at = place(t.x0 + i * t.dx, t.y[n]); if (t.z[n][i] && shown(at)) return [...at, Math.round(t.z[n][i] ** 2)]; }
  }
  return null; }"""
TEXTS = """() => [...document.querySelectorAll('.tl-plot .scatterlayer text')].map((t) => t.getBoundingClientRect()).filter((b) => b.width)
  .map((b) => [b.left, b.top, b.right, b.bottom])"""
EVENTS = fr.extract([HOME / "data" / "samples"])


@pytest.fixture(scope="module")
def crowd():
    """The dashboard on 2,000 made-up events."""
    with serve("2000", script="bench/made_page.py") as url:
        yield url


@pytest.fixture
def many(browser, crowd):
    page = browser.new_page(viewport={"width": 1500, "height": 1000})
    page.set_default_timeout(PATIENCE)
    page.goto(crowd)
    settled(page)
    yield page
    page.close()


def steady(page):
    """The stretch in sight once it has stopped moving."""
    before = None
    for _ in range(60):
        page.wait_for_timeout(300)
        page.wait_for_function(IDLE)
        now = page.evaluate(VIEW)
        if now == before:
            return now
        before = now
    raise AssertionError("the chart did not come to rest")


def zoom(page, steps=3):
    """Turn the wheel over the middle of the chart."""
    box = page.locator(".tl-hands").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 200)
    page.keyboard.down("Control")
    for _ in range(steps):
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(50)
    page.keyboard.up("Control")
    return steady(page)


def test_the_zoom_outlives_filters_and_choices_and_a_double_click_ends_it(tab):
    home = tab.evaluate(VIEW)
    near = zoom(tab)
    assert near[1] - near[0] < home[1] - home[0]
    choose_actor(tab, next(iter(fr.actor_counts(EVENTS))))
    tab.wait_for_function("was => document.querySelector('.tl-counts').innerText !== was", arg=f"{len(EVENTS)} found")
    settled(tab)
    tab.keyboard.press("n")
    assert steady(tab) == near and "actor=" in tab.url and "from=" not in tab.url
    tab.locator(".tl-hands").dblclick(position={"x": 300, "y": 90})
    tab.wait_for_function(f"was => String(({VIEW})()) !== was", arg=str(near).strip("[]").replace(" ", ""))
    wide = tab.evaluate(VIEW)
    assert wide[1] - wide[0] > near[1] - near[0]


def test_dragging_pans_and_keeps_the_rows(tab):
    zoom(tab, 4)
    before, box = tab.evaluate(VIEW), tab.locator(".tl-hands").bounding_box()
    tab.mouse.move(box["x"] + 400, box["y"] + 125)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 300, box["y"] + 140, steps=6)
    tab.mouse.up()
    after = steady(tab)
    assert after[0] > before[0] and after[1] - after[0] == pytest.approx(before[1] - before[0], abs=2)


def test_keys_walk_from_mark_to_mark_open_one_and_let_go(tab):
    from playwright.sync_api import expect

    hands, said = tab.locator(".tl-hands"), tab.locator(".tl-unseen")
    assert "Arrow keys" in hands.get_attribute("aria-label")
    hands.focus()
    heard = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "Home"):
        tab.keyboard.press(key)
        heard.append(said.inner_text())
    assert len(set(heard)) == len(heard) and "1 of" in heard[-1]
    expect(tab.locator(".tl-stepped")).to_be_visible()
    tab.keyboard.press("Enter")
    title = tab.locator(".tl-tip-title").inner_text() if tab.locator(".tl-tip-title").is_visible() else heard[-1].split(", ")[0]
    expect(tab.locator(".tl-headline")).to_contain_text(title[:12])
    tab.keyboard.press("Escape")
    expect(tab.locator(".tl-stepped")).to_have_count(0)
    before = tab.evaluate(VIEW)
    tab.keyboard.press("+")
    near = steady(tab)
    assert near[1] - near[0] < before[1] - before[0]


@pytest.mark.parametrize("tab", [(1500, 1000), (900, 900), (420, 900)], indirect=True)
def test_no_label_lies_on_another(tab):
    tab.wait_for_timeout(300)
    texts = tab.evaluate(TEXTS)
    assert len(texts) > 8
    for (a, b, c, d), (e, f, g, h) in combinations(texts, 2):
        assert a >= g - 1 or e >= c - 1 or b >= h - 3 or f >= d - 3


def test_even_steps_write_the_gaps_out_with_every_lane_and_the_colour_can_be_the_document(tab):
    lanes = tab.locator(".tl-names .tl-name")
    folded = lanes.count()
    tab.get_by_role("button", name="more lanes").click()
    few = lanes.count()
    assert few > folded > 2 and tab.get_by_role("button", name="Show fewer lanes").is_visible()
    assert not lanes.filter(has_text="Japan").count() and "Japan has events only outside" in tab.locator(".st-key-absent").inner_text()
    tab.locator("[data-name=spacing]").select_option("even")
    tab.wait_for_selector(".tl-axis .tl-gap")
    assert lanes.filter(has_text="Japan").count() == 1 and lanes.count() == few + 1, "all of the time is in sight"
    gaps = tab.locator(".tl-axis .tl-gap").all_text_contents()
    assert gaps and all(any(unit in gap for unit in ("day", "month", "year")) for gap in gaps)
    tab.locator("[data-name=colour]").select_option("document")
    tab.wait_for_function("() => document.querySelector('.tl-marks').innerText.includes('told in')")
    assert "hanoi" in tab.locator(".tl-marks").inner_text().lower()


def test_a_cell_opens_its_members_and_zooming_in_gives_marks(many):
    from playwright.sync_api import expect

    x, y, number = many.evaluate(TARGET, "cell")
    many.mouse.click(x, y)
    expect(many.locator(".tl-member")).to_have_count(number)
    title = many.locator(".tl-member-title").last.inner_text()
    many.locator(".tl-member").last.click()
    expect(many.locator(".tl-headline")).to_have_text(title)
    settled(many)
    assert "event=" in many.url and many.locator(".tl-list").is_hidden()
    for _ in range(2):
        many.get_by_role("button", name="Zoom in").click()
        many.wait_for_timeout(700)
        settled(many)
    many.wait_for_function("() => document.querySelector('.tl-plot').data.some((t) => t.customdata)")


def test_a_plus_n_opens_its_members_by_keyboard(many):
    from playwright.sync_api import expect

    many.get_by_role("button", name="Zoom in").click()
    many.wait_for_function(f"() => ({TARGET})('more')")
    settled(many)
    x, y, text = many.evaluate(TARGET, "more")
    many.mouse.click(x, y)
    expect(many.locator(".tl-member")).to_have_count(int(text[1:]))
    titles = many.locator(".tl-member-title").all_inner_texts()
    many.keyboard.press("ArrowUp")
    many.keyboard.press("Enter")
    expect(many.locator(".tl-headline")).to_have_text(titles[-1])
    expect(many.locator(".tl-list")).to_be_hidden()


def test_fingers_pan_and_the_page_does_not_scroll_sideways(browser, address):
    context = browser.new_context(viewport={"width": 420, "height": 900}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    settled(page)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Zoom in").tap()
    page.evaluate("() => document.querySelector('.tl-hands').scrollIntoView()")  # the sheet of words keeps the foot of the screen
    before, box = steady(page), page.locator(".tl-hands").bounding_box()
    wire = context.new_cdp_session(page)
    for kind, at in (("touchStart", 300), ("touchMove", 270), ("touchMove", 220), ("touchMove", 180), ("touchEnd", None)):
        points = [] if at is None else [{"x": at, "y": box["y"] + 160}]
        wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(40)
    assert steady(page)[0] > before[0]
    context.close()


def test_in_the_dark_it_is_drawn_in_light_colours(browser, address):
    context = browser.new_context(viewport={"width": 1500, "height": 1000}, color_scheme="dark")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    settled(page)
    assert page.evaluate("() => document.querySelector('.tl-plot')._fullLayout.font.color") == "#ece9e1"
    context.close()


def test_the_window_on_all_of_the_time_zooms_by_its_edge_and_widens_a_range(tab):
    def drag(name, side, by):
        strip, box = tab.locator(".tl-over").bounding_box(), tab.locator(name).bounding_box()
        x, y = box["x"] + 2 + side * (box["width"] - 4), box["y"] + 9
        tab.mouse.move(x, y)
        tab.mouse.down()
        tab.mouse.move(x + by * strip["width"], y, steps=5)
        tab.mouse.up()
        settled(tab)

    drag(".tl-over-window", 0, .4)
    lo, hi = re.search(r"zoom=(.*?)\.\.([\d-]+)", tab.url).groups()
    assert "2018-01-01" < lo < hi and "from=" not in tab.url
    tab.get_by_role("button", name="Reset to the whole stretch").click()
    draw_box(tab)
    first, last = re.search(r"from=([\d-]+)&to=([\d-]+)", tab.url).groups()
    assert "zoom" not in tab.url
    drag(".tl-over-window", 1, .1)
    again = re.search(r"from=([\d-]+)&to=([\d-]+)", tab.url).groups()
    assert again[0] == first and again[1] > last
