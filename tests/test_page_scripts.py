"""The scripts of the stage: plotly.js with what is drawn, under an address that holds; only files that are ours."""

import re

import pytest
from starlette.applications import Starlette

from tests.test_serving import call, told
from timeline.page.stage import scripts

HEAD = "/* licence */\n(\n function(root, factory) {\n  root.moduleName = factory();\n} (typeof self !== \"undefined\" ? self : this, () => {\n"
KINDS = {"A": "bar", "B": "box", "C": "heatmap", "D": "pie"}


def bundle(kinds=KINDS, listed="a(),b(),c(),d()", head=HEAD, tail="window.Plotly = Plotly;\nreturn Plotly;\n}));\n"):
    """A script in the form of plotly.js: modules that pass on others, the list of what is registered at the end."""
    holders = "".join(f'var {n}=W((e,t)=>{{t.exports={{moduleType:"trace",name:"{kind}"}}}});' for n, kind in kinds.items())
    passing = "".join(f"var {n.lower()}=W((e,t)=>{{\"use strict\";t.exports={n}()}});" for n in kinds)
    return f"{head}{holders}{passing}var z=W((e,t)=>{{var r=core();r.register([{listed}]);t.exports=r}});{tail}"


def test_only_what_is_drawn_is_registered_and_the_wrapper_is_gone():
    made = scripts.lean(bundle())
    assert "r.register([a(),c()])" in made and "typeof self" not in made
    assert made.startswith("/* licence */\n(() => {") and made.endswith("window.Plotly = Plotly;\n})();\n")
    assert made.count("moduleType") == len(KINDS)


@pytest.mark.parametrize("script, is_whole", [
    ("", True), ("anything else (", True), (bundle({"A": "bar", "B": "box"}, "a(),b()", head="", tail=""), True), (bundle(listed="", head=""), True),
    (bundle(listed="a(),c(),missing()", tail=""), False)])
def test_a_script_of_another_form_stays_whole(script, is_whole):
    assert (scripts.lean(script) == script) is is_whole


def test_the_installed_plotly_is_of_this_form():
    whole, made = scripts.PLOTLY.read_text("utf-8"), scripts.files()[scripts.LIBRARY].decode()
    assert len(whole) > len(made) > len(whole) - 2000 and "Licensed under the MIT license" in made[:300]
    assert re.search(r"\.register\(\[[\w$]+\(\),[\w$]+\(\)\]\)", made[-6000:]) and "typeof self" not in made[:2000]


def test_they_are_served_to_be_kept_and_nothing_else_is():
    app = Starlette(routes=[scripts.route()])

    def ask(path):
        return told(call(app, path))

    for name, body in scripts.files().items():
        status, headers, got = ask(f"/{scripts.place()}/{name}")
        assert status == 200 and got == body and b"immutable" in headers[b"cache-control"] and headers[b"content-type"].startswith((b"text/javascript", b"text/css"))
    for path in ("/index.js", f"/{scripts.PLACE}/0/index.js", f"/{scripts.place()}/../index.js", f"/{scripts.place()}/__init__.py", f"/{scripts.place()}/"):
        assert ask(path)[0] == 404
    assert scripts.route("/below/").path == f"/below/{scripts.PLACE}/{{mark}}/{{name}}"
