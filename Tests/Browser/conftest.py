"""Fixtures of the browser tests: a browser, a server with the demo edition, and visitors with their pages."""

import contextlib
import json
import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

import broadsheet
import tools
import view as views
from people import Reader, Staff, hire
from shared import made_once
from witness import Witness

SCREENSHOTS = broadsheet.ROOT / ".build-browser/screenshots"
PATIENCE = 20_000
# All tests send from one address, so the limits for a single address are lifted.
UNLIMITED = {f"BROADSHEET_{name}": "1000000" for name in
             ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "REPORTS_PER_HOUR", "SIGN_INS_PER_FIVE_MINUTES",
              "ACCOUNTS_MAILS_PER_HOUR")}


@pytest.fixture(scope="session")
def browser():
    expect.set_options(timeout=PATIENCE)
    # Chromium's sandbox refuses to run as root, the usual user in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def edition(browser, tmp_path_factory):
    """The folder that every server starts from.

    `data` holds the demo edition and one staff member of each role; `ROLE.json` holds the cookies of each.
    The folder is made once and copied for each server, because checking a password takes seconds.
    """
    def make(folder):
        broadsheet.command("demo", "--data", str(folder / "data"))
        process = broadsheet.Process(folder / "data", UNLIMITED)
        for role in ("reporter", "moderator", "editor", "admin"):
            with browser.new_context(base_url=process.address) as context:
                Staff(context.new_page()).sign_in(hire(process, f"{role}@broadsheet.example", role))
                context.storage_state(path=folder / f"{role}.json")
        process.stop()

    return made_once(tmp_path_factory, "edition", make)


@pytest.fixture(scope="session")
def new_process(edition, tmp_path_factory):
    """Starts servers: `new_process({…})` starts one with these settings and its own copy of the demo edition.

    All of them are stopped at the end.
    """
    with contextlib.ExitStack() as closing:
        def start(settings=None):
            data = tmp_path_factory.mktemp("process") / "data"
            shutil.copytree(edition / "data", data)
            process = broadsheet.Process(data, UNLIMITED | (settings or {}))
            closing.callback(process.stop)
            return process

        yield start


@pytest.fixture(scope="session")
def process(new_process):
    """The server that the tests share. A test that changes a setting starts its own with `new_process`."""
    return new_process()


@pytest.fixture(params=views.ENDS, ids=str)
def view(request):
    """The window and settings of the reader's browser."""
    return request.param


@pytest.fixture
def someone(browser, view, request):
    """Opens pages: `someone(process)` returns an empty page in a fresh browser context for that server.

    The test fails at the end if a page logged an error or sent a request to another host.
    """
    opened = []

    def enter(process, **settings):
        context = browser.new_context(base_url=process.address, **(view.context() | settings))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        opened.append((page, Witness(page, process)))
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
        if page.is_closed():
            continue
        page.screenshot(path=SCREENSHOTS / f"failed-{name}-{number}.png", full_page=True)


@pytest.fixture
def page(someone, process):
    """An empty page in a fresh browser context."""
    return someone(process)


@pytest.fixture
def reader(page):
    return Reader(page)


@pytest.fixture(scope="session")
def session_of(edition):
    """The cookies of a staff member, valid on every server of these tests: `session_of("editor")`."""
    return lambda role: json.loads((edition / f"{role}.json").read_text(encoding="utf-8"))


@pytest.fixture
def editor(someone, process, session_of):
    """An editor who is signed in to the shared server."""
    return Staff(someone(process, storage_state=session_of("editor")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report
