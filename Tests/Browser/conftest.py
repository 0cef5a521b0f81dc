"""The fixtures of the journeys: a browser, a house with the demo edition in it, and people at their pages."""

import contextlib
import json
import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

import house as houses
import tools
import view as views
from people import Reader, Staff, hire
from shared import made_once
from witness import Witness

SCREENSHOTS = houses.ROOT / ".build-browser/screenshots"
PATIENCE = 20_000
# All journeys come from one address; what it may send in a minute is no matter of theirs.
UNLIMITED = {f"BROADSHEET_{name}": "1000000" for name in
             ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "REPORTS_PER_HOUR", "SIGN_INS_PER_FIVE_MINUTES")}


@pytest.fixture(scope="session")
def browser():
    expect.set_options(timeout=PATIENCE)
    # Chromium's sandbox refuses to work for root, which is who runs in most containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def edition(browser, tmp_path_factory):
    """What every house begins with: the demo edition and somebody of each role in `data`, their cookies in `ROLE.json`.

    It is made once and copied for each house, because a password takes seconds to check.
    """
    def make(folder):
        houses.command("demo", "--data", str(folder / "data"))
        house = houses.House(folder / "data", UNLIMITED)
        for role in ("moderator", "editor", "admin"):
            with browser.new_context(base_url=house.address) as context:
                Staff(context.new_page()).sign_in(hire(house, f"{role}@broadsheet.example", role))
                context.storage_state(path=folder / f"{role}.json")
        house.stop()

    return made_once(tmp_path_factory, "edition", make)


@pytest.fixture(scope="session")
def new_house(edition, tmp_path_factory):
    """Opens houses: `new_house({…})` gives one with a demo edition of its own and these settings; all are stopped at the end."""
    with contextlib.ExitStack() as closing:
        def open_house(settings=None):
            data = tmp_path_factory.mktemp("house") / "data"
            shutil.copytree(edition / "data", data)
            house = houses.House(data, UNLIMITED | (settings or {}))
            closing.callback(house.stop)
            return house

        yield open_house


@pytest.fixture(scope="session")
def house(new_house):
    """The house that the journeys share. One that changes a setting opens its own with `new_house`."""
    return new_house()


@pytest.fixture(params=views.ENDS, ids=str)
def view(request):
    """How the reader looks at the page."""
    return request.param


@pytest.fixture
def someone(browser, view, request):
    """Lets people in: `someone(house)` gives a page of a reader with no history, addresses relative to the house.

    At the end every page must have been quiet: no error in its console, no request to another host.
    """
    opened = []

    def enter(house, **settings):
        context = browser.new_context(base_url=house.address, **(view.context() | settings))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        opened.append((page, Witness(page, house)))
        return page

    yield enter
    if getattr(request.node, "failed", False):
        _picture(opened, request.node.name)
    for page, _ in opened:
        page.context.close()
    for _, witness in opened:
        witness.assert_quiet()


def _picture(opened, name):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, (page, _) in enumerate(opened):
        page.screenshot(path=SCREENSHOTS / f"failed-{name}-{number}.png", full_page=True)


@pytest.fixture
def page(someone, house):
    """An empty page of a reader with no history."""
    return someone(house)


@pytest.fixture
def reader(page):
    return Reader(page)


@pytest.fixture(scope="session")
def session_of(edition):
    """The cookies of somebody of the staff, who is signed in at every house: `session_of("editor")`."""
    return lambda role: json.loads((edition / f"{role}.json").read_text(encoding="utf-8"))


@pytest.fixture
def editor(someone, house, session_of):
    """An editor of the shared house, signed in."""
    return Staff(someone(house, storage_state=session_of("editor")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report
