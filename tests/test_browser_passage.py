"""Words selected in a document's text become an event, in a real browser: by the keys, and by the mouse beyond the BMP."""

from tests.browsing import paste, settled
from tests.test_browser_views import open_tab

NOTE = "\U0001f41f\U0001f41f Anna Berg met Karl Holm in Oslo on 3 June 2018. \U0001f41f Prices rose in Bern.\nNobody said why."


def pasted(tab):
    from playwright.sync_api import expect

    paste(tab, NOTE, "2019-06-01")
    open_tab(tab, "Text")
    tab.locator(".tl-text").scroll_into_view_if_needed()
    return expect, tab.locator(".tl-make")


def test_words_become_an_event_by_the_keys_and_by_the_mouse(tab):
    expect, button = pasted(tab)
    tab.locator(".tl-text mark[tabindex]").first.focus()
    for _ in range(2):
        tab.keyboard.press("Control+Shift+ArrowRight")
    expect(button).to_be_visible()
    tab.keyboard.press("Escape")
    expect(button).to_be_hidden()
    assert tab.evaluate("() => getSelection().isCollapsed")
    place = tab.evaluate("""() => {
      const walk = document.createTreeWalker(document.querySelector('.tl-text'), NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        const at = node.data.indexOf('Prices'), range = document.createRange();
        if (at < 0) continue;
        range.setStart(node, at); range.setEnd(node, at + 'Prices rose in Bern'.length);
        const box = range.getBoundingClientRect();
        return [box.left + 1, box.right - 1, (box.top + box.bottom) / 2];
      }
    }""")
    tab.mouse.move(place[0], place[2])
    tab.mouse.down()
    tab.mouse.move(place[1], place[2], steps=5)
    tab.mouse.up()
    expect(button).to_be_visible()
    button.click()
    title = tab.get_by_role("textbox", name="Title")
    expect(title).to_have_value("Prices rose in Bern")
    expect(tab.get_by_role("dialog").locator("mark.tl-words")).to_have_text("Prices rose in Bern")
    tab.get_by_role("textbox", name="Date", exact=False).last.fill("May 2019")
    tab.keyboard.press("Control+Enter")
    settled(tab)
    expect(tab.locator(".tl-headline")).to_have_text("Prices rose in Bern")
    expect(tab.locator(".st-key-excerpt mark.tl-words")).to_have_text("Prices rose in Bern")
    expect(tab.locator(".tl-text mark.tl-ink-picked")).to_have_text("Prices rose in Bern")
