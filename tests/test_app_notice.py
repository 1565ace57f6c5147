"""The page without a browser: one quiet line says how names are found, where the trained recogniser is not used."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline.actors import neural

APP = str(Path(__file__).resolve().parent.parent / "app.py")


@pytest.mark.parametrize("value, there, told", [
    ("", True, ""),
    ("", False, "Names are found by rules and lists alone: the trained recogniser is not installed. More names are missed."),
    ("none", True, "Names are found by rules and lists alone, as TIMELINE_RECOGNISER=none asks. More names are missed."),
    ("<b>", True, "TIMELINE_RECOGNISER=&lt;b&gt; names no recogniser."),
])
def test_the_page_says_how_names_are_found(monkeypatch, tmp_path, value, there, told):
    note = tmp_path / "note.txt"
    note.write_text(f"Moon met Kim in Hanoi on 26 February 2019. {value} {there}")
    monkeypatch.setattr(sys, "argv", ["app.py", str(note)])
    monkeypatch.setenv("TIMELINE_RECOGNISER", value)
    monkeypatch.setattr(neural, "is_there", lambda: there)
    at = AppTest.from_file(APP, default_timeout=60).run()
    assert not at.exception
    notes = [html.value if hasattr(html, "value") else html.body for html in at.html]
    notes = [text for text in notes if "role='note'" in text]
    assert len(notes) == bool(told) and all(told in text and "<b>" not in text for text in notes)
