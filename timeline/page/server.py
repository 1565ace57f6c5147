"""What stands before Streamlit: only the hosts named, security headers on every answer, packed files, a health route.

`app.py` hands `around()` to `st.App`. Hosts are those of the setting `server.allowedHosts`; the default names loopback
alone, so that a page elsewhere cannot reach the dashboard by a name that it lets point to this machine (DNS rebinding).
"""

import asyncio
import base64
import hashlib
import logging
import re
import webbrowser
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import config

from timeline import __version__
from timeline.page.packed import Packed
from timeline.page.stage import scripts

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
KEPT_APART = "default-src 'none'; sandbox; frame-ancestors 'none'"  # for what people gave or take away
POLICY = (
    "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' {inline}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; media-src 'self' blob:; connect-src 'self' {sockets}; worker-src 'self' blob:; manifest-src 'self'; "
    "frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def around() -> dict:
    """The keywords of `st.App` that put all of this before the page."""
    return {
        "routes": [Route("/health", health), scripts.route(config.get_option("server.baseUrlPath") or "")],
        "middleware": [Middleware(Guard, policy=policy(_inline_scripts())), Middleware(Packed)],
        "lifespan": _opening,
    }


async def health(_request) -> JSONResponse:
    """200 and {"status": "ok", "version": …} while the server answers; says nothing of what it shows."""
    return JSONResponse({"status": "ok", "version": __version__}, headers={"Cache-Control": "no-store"})


def policy(inline: list[str]) -> str:
    """The Content-Security-Policy (W3C CSP3) of the page, whose own inline scripts are named by their hashes.

    Streamlit's styles are written into the page while it runs, hence 'unsafe-inline' for styles; it counts large numbers in
    WebAssembly, hence 'wasm-unsafe-eval', which lets no text be run as a script; its components start
    from blob: addresses. `{sockets}` is left to fill in: not every browser counts web sockets among 'self'.
    """
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline)
    return POLICY.format(inline=" ".join(f"'sha256-{value}'" for value in hashes), sockets="{sockets}")


def _inline_scripts() -> list[str]:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def host_of(header: str) -> str | None:
    """The name in a Host header, without its port, in lower case; None if it is none."""
    found = HOST.fullmatch(header)
    return (found[1] or found[2]).lower().rstrip(".") if found else None


def is_named(header: str, names) -> bool:
    """Whether a Host header names one of `names`; "*.example.org" stands for all below it."""
    host = host_of(header)
    wanted = [name.strip().strip("[]").lower().rstrip(".") for name in names]
    return host is not None and any(host == name or name.startswith("*.") and host.endswith(name[1:]) for name in wanted)


class Guard:
    """ASGI middleware: 421 for a host that is not ours, and the security headers on whatever is answered."""

    def __init__(self, app, policy: str, names=None):
        self.app, self.policy, self.names = app, policy, names

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
        if not is_named(host, self.names or config.get_option("server.allowedHosts") or LOOPBACK):
            return await self._refuse(scope, receive, send)
        if scope["type"] == "websocket":
            return await self.app(scope, receive, send)
        await self._answer(scope, receive, self._dressed(scope["path"], host, send))

    async def _refuse(self, scope, receive, send):
        """421 Misdirected Request (RFC 9110); a web socket is closed before it opens, which is a 403."""
        if scope["type"] == "websocket":
            await receive()
            return await send({"type": "websocket.close", "code": 1008, "reason": ""})
        answer = PlainTextResponse("This address does not name the dashboard. Start it with --host NAME to allow the name.\n", 421)
        await answer(scope, receive, self._dressed(scope["path"], "", send))

    async def _answer(self, scope, receive, send):
        begun = []

        async def noting(message):
            begun.append(message["type"])
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception:
            logging.getLogger(__name__).exception("an answer failed")
            if begun:
                raise
            await PlainTextResponse("Something went wrong.\n", 500)(scope, receive, send)

    def _dressed(self, path: str, host: str, send):
        """`send` with the headers put on."""

        async def dressed(message):
            if message["type"] == "http.response.start":
                given = {name.encode().lower(): value.encode() for name, value in self._headers(path, host).items()}
                others = [(name, value) for name, value in message["headers"] if name.lower() not in given]
                message = message | {"headers": [*others, *given.items()]}
            await send(message)

        return dressed

    def _headers(self, path: str, host: str) -> dict[str, str]:
        sockets = f"ws://{host} wss://{host}" if host else ""
        apart = path.startswith(("/media/", "/_stcore/upload_file/"))
        return ALWAYS | {"Content-Security-Policy": KEPT_APART if apart else self.policy.format(sockets=sockets)}


@asynccontextmanager
async def _opening(_app):
    """Show the page in the browser of whoever started the server, where there is a screen."""
    if not config.get_option("server.headless"):
        address = config.get_option("server.address") or "localhost"
        address = f"[{address}]" if ":" in address else address
        url = f"http://{address}:{config.get_option('server.port')}"
        asyncio.get_running_loop().call_later(.5, webbrowser.open, url)
    yield
