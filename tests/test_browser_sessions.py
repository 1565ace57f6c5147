"""A reload in a real browser: what was uploaded and decided is still there, and the address says under which id."""

from tests.browsing import counters, settled

NOTE = b"On 3 June 2018 Anna Berg met Karl Holm in Oslo. On 5 July 2018 Anna Berg signed the treaty in Bern."


def test_a_reload_keeps_the_upload_and_the_decision_and_another_tab_is_a_copy(tab):
    assert "kept=" not in tab.url
    tab.locator("[data-testid=stFileUploader] input[type=file]").first.set_input_files([{"name": "note.txt", "mimeType": "text/plain", "buffer": NOTE}])
    tab.wait_for_function("() => document.querySelector('.tl-counts')?.innerText.includes('of 2 found')")
    settled(tab)
    tab.keyboard.press("h")
    tab.wait_for_function("() => document.querySelector('.tl-counts')?.innerText.includes('1 hidden')")
    settled(tab)
    said, kept = counters(tab), tab.url.split("kept=")[1].split("&")[0]
    tab.reload()
    settled(tab)
    assert counters(tab) == said and "kept=" in tab.url and kept not in tab.url, "the same, under an id of its own"
    kept = tab.url.split("kept=")[1].split("&")[0]
    other = tab.context.new_page()
    other.goto(tab.url)
    settled(other)
    assert counters(other) == said and "kept=" in other.url and kept not in other.url, "a copy, under an id of its own"
    tab.keyboard.press("u")
    tab.wait_for_function("() => document.querySelector('.tl-counts')?.innerText.includes('0 hidden')")
    other.reload()
    settled(other)
    assert counters(other) == said
