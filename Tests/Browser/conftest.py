"""What the browser tests share: one Chromium, a demo company per engine and file, people."""

import os
import pathlib
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from people import Person  # noqa: E402
from server import ENGINES, ROOT, Demo  # noqa: E402

SHOTS = ROOT / "var/shots"


@pytest.fixture(scope="session")
def browser():
    # The pictures need the same letters on every machine; readers see their system's.
    fonts = pathlib.Path(__file__).with_name("fonts.conf")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=ENGINES)
def demo(request):
    """A demo company of this file's own, on each engine."""
    demo = Demo(request.param)
    yield demo
    demo.stop()


@pytest.fixture(scope="module")
def company():
    """A demo company on SQLite, for what does not depend on the engine."""
    demo = Demo("sqlite")
    yield demo
    demo.stop()


@pytest.fixture
def person(browser, request):
    """Makes people; at the end of the test they leave, and complaints of their browsers fail it."""
    people = []

    def make(demo, name=None, **options):
        one = Person(browser, demo.url, name, **options)
        people.append(one)
        return one

    yield make
    for one in people:
        one.leave()


@pytest.fixture(scope="session")
def shots():
    SHOTS.mkdir(parents=True, exist_ok=True)
    return SHOTS
