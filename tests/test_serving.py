"""Serving: only the hosts named, headers on every answer, packed files, health; and nothing told to anyone else."""

import asyncio
import gzip
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.web.server.app_discovery import discover_asgi_app

from tests.serving import HOME, free_port, serve
from timeline.page.packed import Packed, takes_gzip
from timeline.page.server import ALWAYS, LOOPBACK, Guard, host_of, is_named, policy

SETTINGS = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def address():
    with serve() as url:
        yield url


def ask(url, path, host=None, method="GET", **headers):
    """(status, headers in lower case, body); any Host header, which urllib would not send."""
    place = urlsplit(url)
    connection = HTTPConnection(place.hostname, place.port, timeout=20)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": place.netloc if host is None else host, **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def call(app, path="/", kind="http", method="GET", **headers):
    """What an ASGI application sends for one request."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    asked = app({"type": kind, "path": path, "method": method, "headers": named}, receive, send)
    with ThreadPoolExecutor(1) as thread:  # the browser of other tests may have a loop running in this one
        thread.submit(asyncio.run, asked).result()
    return sent


def answering(body, status=200, **headers):
    """An application that always says the same, and notes what it was asked."""
    async def app(scope, receive, send):
        app.asked.append(dict(scope["headers"]))
        named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": [*named, (b"content-length", str(len(body)).encode())]})
        for at in range(0, len(body), 1000):
            await send({"type": "http.response.body", "body": body[at:at + 1000], "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    app.asked = []
    return app


def told(sent):
    """(status, headers, body) of what was sent."""
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent[1:])


@pytest.mark.parametrize("header, host", [
    ("127.0.0.1", "127.0.0.1"), ("localhost:8501", "localhost"), ("LocalHost.", "localhost"), ("[::1]:8501", "::1"), ("a-b.example:1", "a-b.example"),
    ("", None), ("a b", None), ("me@localhost", None), ("localhost/x", None), ("localhost:port", None), ("[::1", None), ("localhost\n", None), ("localhost:123456", None)])
def test_a_host_header_is_a_name_and_a_port(header, host):
    assert host_of(header) == host


@pytest.mark.parametrize("header, names, is_ours", [
    ("localhost", LOOPBACK, True), ("127.0.0.1:9", LOOPBACK, True), ("[::1]", LOOPBACK, True), ("127.0.0.1.evil.example", LOOPBACK, False),
    ("evil.example", LOOPBACK, False), ("0.0.0.0", LOOPBACK, False), ("a.example.org", ["*.example.org"], True),
    ("example.org", ["*.example.org"], False), ("badexample.org", ["*.example.org"], False), ("Example.ORG", ["example.org."], True), ("[::1]", ["[::1]"], True), ("", ["*.x"], False)])
def test_only_what_is_named_is_ours(header, names, is_ours):
    assert is_named(header, names) is is_ours


def test_another_host_gets_421_and_no_web_socket():
    inside = answering(b"page")
    guard = Guard(inside, policy([]), LOOPBACK)
    status, headers, _ = told(call(guard, host="evil.example"))
    assert status == 421 and headers[b"x-frame-options"] == b"DENY"
    assert call(guard, kind="websocket", host="evil.example") == [{"type": "websocket.close", "code": 1008, "reason": ""}]
    assert call(guard)[0]["status"] == 421 and inside.asked == []


def test_a_failure_is_plain_and_dressed_too(caplog):
    async def broken(scope, receive, send):
        raise ValueError("what no reader should see")

    status, headers, body = told(call(Guard(broken, policy([]), LOOPBACK), host="localhost"))
    assert status == 500 and b"no reader" not in body and headers[b"x-content-type-options"] == b"nosniff"


def test_the_policy_names_inline_scripts_by_their_hash():
    assert "'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='" in policy(["test"])  # SHA-256 of "test"
    words = policy([])
    assert "unsafe-eval'" not in words.replace("'wasm-unsafe-eval'", "") and "'unsafe-inline'" not in words.split("style-src")[0] and "*" not in words


def test_a_file_is_packed_once_and_unpacks_to_itself():
    body = b"const words = 'many of them';\n" * 500
    inside = answering(body, content_type="application/javascript", cache_control="public, immutable, max-age=9")
    packed = Packed(inside)
    status, headers, got = told(call(packed, "/static/js/a.js", accept_encoding="br, gzip"))
    assert status == 200 and gzip.decompress(got) == body and len(got) < len(body) / 10
    assert headers[b"content-encoding"] == b"gzip" and headers[b"content-length"] == str(len(got)).encode() and b"immutable" in headers[b"cache-control"]
    again = told(call(packed, "/static/js/a.js", accept_encoding="gzip"))
    assert again[2] is got or again[2] == got and len(packed.kept) == 1
    assert all(b"accept-encoding" not in asked for asked in inside.asked)


def test_who_has_a_file_is_told_so_and_who_cannot_unpack_gets_it_plain():
    body = b"x" * 5000
    packed = Packed(answering(body, content_type="text/css", cache_control="public"))
    _, headers, got = told(call(packed, "/component/web/a.css"))
    assert got == body and b"content-encoding" not in headers and headers[b"cache-control"] == b"no-cache"
    status, headers, got = told(call(packed, "/component/web/a.css", if_none_match=headers[b"etag"].decode(), accept_encoding="gzip"))
    assert status == 304 and got == b"" and b"content-length" not in headers


@pytest.mark.parametrize("path, method, headers", [("/media/a.css", "GET", {}), ("/static/a.css", "POST", {}), ("/static/a.css", "GET", {"range": "bytes=0-9"}), ("/statics", "GET", {})])
def test_all_else_passes_through(path, method, headers):
    _, found, got = told(call(Packed(answering(b"y" * 5000, content_type="text/css")), path, method=method, accept_encoding="gzip", **headers))
    assert got == b"y" * 5000 and b"etag" not in found


@pytest.mark.parametrize("kind, size", [("font/woff2", 5000), ("image/png", 5000), ("text/css", 100)])
def test_what_gains_nothing_stays_as_it_is(kind, size):
    assert b"content-encoding" not in told(call(Packed(answering(b"z" * size, content_type=kind)), "/static/a", accept_encoding="gzip"))[1]


def test_what_is_kept_has_an_end(monkeypatch):
    monkeypatch.setattr("timeline.page.packed.ROOM", 500)
    packed = Packed(None)
    for number in range(30):
        packed.app = answering(str(number).encode() * 3000, content_type="text/css")
        call(packed, f"/static/{number}", accept_encoding="gzip")
    assert 0 < sum(map(len, packed.kept.values())) <= 500


@pytest.mark.parametrize("header, takes", [("gzip", True), ("br;q=1, gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("br", False), ("", False), ("x-gzip", False)])
def test_what_a_browser_takes(header, takes):
    assert takes_gzip({b"accept-encoding": header.encode()}) is takes


@pytest.mark.parametrize("path", ["/", "/health", "/_stcore/health", "/_stcore/host-config", "/static/none.js", "/component/none/x", "/media/none", "/../etc/passwd", "//evil.example", "/_stcore/agent/openapi.json"])
def test_every_answer_carries_the_headers(address, path):
    status, headers, _ = ask(address, path)
    assert status < 500
    assert {name: headers.get(name.lower()) for name in ALWAYS} == ALWAYS
    assert "frame-ancestors 'none'" in headers["content-security-policy"] and headers.get("access-control-allow-origin") != "*"


def test_the_live_page_refuses_other_hosts_and_is_healthy(address):
    assert ask(address, "/", host="evil.example")[0] == 421 and ask(address, "/_stcore/health", host="evil.example")[0] == 421
    status, headers, body = ask(address, "/health")
    assert status == 200 and b'"ok"' in body and headers["cache-control"] == "no-store"
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    assert ask(address, "/_stcore/stream", host="evil.example", **upgrade)[0] in (403, 421)


def test_a_first_load_is_small(address):
    """The scripts that the page asks for at once, packed and plain."""
    import re

    page = ask(address, "/")[2].decode()
    plain = small = 0
    for path in re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', page):
        status, _, body = ask(address, f"/{path}", Accept_Encoding="gzip")
        assert status == 200
        plain, small = plain + len(gzip.decompress(body)) if body[:2] == b"\x1f\x8b" else plain + len(body), small + len(body)
    assert plain > 1_000_000 and small < plain * .4


def test_the_settings_tell_no_one_and_show_no_errors():
    assert SETTINGS["browser"]["gatherUsageStats"] is False and SETTINGS["client"]["showErrorDetails"] == "none"
    assert set(SETTINGS["server"]["allowedHosts"]) == set(LOOPBACK) and SETTINGS["server"]["address"] == "127.0.0.1"
    assert SETTINGS["client"]["allowedOrigins"] == [] and SETTINGS["server"]["enableStaticServing"] is False


def test_streamlit_finds_the_guarded_app():
    assert discover_asgi_app(HOME / "app.py").import_string == "app:app"


@pytest.mark.parametrize("arguments, says", [
    (["--address", "0.0.0.0"], "--host NAME"), (["--address", "::"], "--host NAME"), (["--address", "here"], "an address is"), (["--host", "http://x"], "a name has"), (["--host", "x:80"], "a name has")])
def test_the_command_refuses_to_be_open_to_every_name(arguments, says):
    done = subprocess.run([sys.executable, "-m", "timeline", "serve", *arguments, "--port", str(free_port())], cwd=HOME, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and says in done.stderr


def test_the_command_names_the_hosts():
    from timeline.cli.serve import _options

    words = _options(8600, "192.0.2.7", ["timeline.example"])
    assert "--server.address=192.0.2.7" in words and {w.split("=")[1] for w in words if "allowedHosts" in w} == {*LOOPBACK, "192.0.2.7", "timeline.example"}


def test_the_script_for_measuring_is_guarded_too():
    assert discover_asgi_app(Path(HOME / "bench" / "made_page.py")).is_asgi_app
