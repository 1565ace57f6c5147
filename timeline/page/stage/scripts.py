"""The scripts of the stage as the browser gets them: ours, and of plotly.js as much as the stage draws with.

plotly.js of the installed plotly package starts some fifty kinds of traces when it is loaded, maps and surfaces among them,
which takes a browser longer than all else on the page; the stage draws with DRAWN. So the list of kinds in its last lines is cut
to these before it is served; nothing else of it changes, and where the list is not found the script is served as it is.
The address holds a fingerprint of what is served, so a browser may keep it, with its compiled form, and never ask again.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

import plotly
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

WEB, PLOTLY = Path(__file__).with_name("web"), Path(plotly.__file__).with_name("package_data") / "plotly.min.js"
PLACE, LIBRARY = "timeline-web", "plotly.js"
KINDS = {".js": "text/javascript", ".css": "text/css"}
DRAWN = ("bar", "heatmap")  # beside scatter, which is part of the core
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
_LIST = re.compile(r"\.register\(\[((?:[\w$]+\(\),?)+)\]\)")
_PASSED_ON = re.compile(r"[\w$]+\.exports=([\w$]+)\(\)")
_NAMED = re.compile(r'moduleType:"trace",name:"(\w+)"')
_WRAPPED = re.compile(r"\(\s*function\(root, factory\) \{.*?\(typeof self[^,]*, \(\) => \{", re.DOTALL)
_END = "return Plotly;\n}));"


def lean(script: str) -> str:
    """plotly.js that registers the kinds of traces in DRAWN alone, and is parsed once instead of twice."""
    return _unwrapped(_registering(script, DRAWN))


def _registering(script: str, kinds: tuple[str, ...]) -> str:
    lists = list(_LIST.finditer(script))
    names = lists[-1][1].rstrip(",").split(",") if lists else []
    found = {kind: name for name in names if (kind := _kind(script, name.removesuffix("()"))) in kinds}
    if set(found) != set(kinds):
        return script
    return f"{script[:lists[-1].start(1)]}{','.join(found.values())}{script[lists[-1].end(1):]}"


def _kind(script: str, module: str) -> str:
    """The kind of trace that a module of the bundle holds; "" for what is none. A module may pass on another one."""
    text = _text(script, module)
    passed_on = _PASSED_ON.search(text[:200])
    named = _NAMED.search(_text(script, passed_on[1]) if passed_on else text)
    return named[1] if named else ""


def _text(script: str, module: str) -> str:
    """The first lines of a module of the bundle."""
    at = script.find(f"var {module}=")
    return script[at:at + 4000] if at >= 0 else ""


def _unwrapped(script: str) -> str:
    """Without the wrapper for other loaders: a function that is called at once is compiled at once."""
    head = _WRAPPED.search(script, 0, 2000)
    if not head or not script.rstrip().endswith(_END):
        return script
    return f"{script[:head.start()]}(() => {{{script[head.end():script.rindex(_END)]}}})();\n"


@cache
def files() -> dict[str, bytes]:
    """Name -> what is served under it."""
    own = {path.name: path.read_bytes() for path in sorted(WEB.iterdir()) if path.suffix in KINDS}
    return own | ({LIBRARY: lean(PLOTLY.read_text("utf-8")).encode()} if PLOTLY.is_file() else {})


@cache
def place() -> str:
    """The folder of the scripts in the page's address space; another one whenever any of them is another."""
    mark = hashlib.blake2b(digest_size=12)
    for name, body in files().items():
        mark.update(name.encode() + body)
    return f"{PLACE}/{mark.hexdigest()}"


async def give(request) -> Response:
    """One of the scripts; 404 for anything else."""
    name, body = request.path_params["name"], files().get(request.path_params["name"])
    if body is None or request.path_params["mark"] != place().rpartition("/")[2]:
        return PlainTextResponse("There is no such file.\n", 404)
    return Response(body, media_type=KINDS[Path(name).suffix], headers=KEPT)


def route(base: str = "") -> Route:
    """Where they are served. `base`: the path under which the whole page stands."""
    return Route("/".join(["", *filter(None, [base.strip("/")]), PLACE, "{mark}", "{name}"]), give)
