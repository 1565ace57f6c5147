"""Makes the checkout itself importable, whether or not the package is installed; the browser and the served page that tests share."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browsing import ARGS, BLOCKED, CHROMIUM, INSTALL, PATIENCE, settled  # noqa: E402
from tests.serving import serve  # noqa: E402


def pytest_collection_modifyitems(items):
    """Modules that open a browser come first: a module goes to one process (`--dist loadscope`), and these take longest."""
    browsing = {item.module for item in items if "browser" in item.fixturenames}
    items.sort(key=lambda item: item.module not in browsing)


@pytest.fixture(scope="session")
def address():
    """The dashboard, served on a free port for all tests of this process."""
    with serve() as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None and os.environ.get("CI") != "true":
        pytest.skip(INSTALL)
    assert CHROMIUM, INSTALL
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser, address, request):
    """A page of its own; fails the test if anything was asked of another host or stopped by our policy, and if a script of a document ran."""
    width, height = getattr(request, "param", (1500, 1000))
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    asked, dialogs = [], []
    page.on(
        "request", lambda r: asked.append(r.url) if urlsplit(r.url).scheme in ("http", "https", "ws", "wss") else None
    )
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    page.goto(address)
    settled(page)
    yield page
    strangers = [url for url in asked if urlsplit(url).netloc != urlsplit(address).netloc]
    assert not strangers and not dialogs and page.evaluate("() => window.blocked") == [] and page.evaluate("() => window.hacked") is None
    context.close()


@pytest.fixture
def opened(browser, address):
    """Opens the page in a context of one's own making."""
    contexts = []

    def open_page(width=1500, height=1000, path="", **wishes):
        context = browser.new_context(viewport={"width": width, "height": height}, **wishes)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address + path)
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
