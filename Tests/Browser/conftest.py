"""The fixtures of the journeys: a browser, a house with the demo edition in it, and a page on that house."""

import contextlib
import os

import pytest
from playwright.sync_api import sync_playwright

import house as houses
import tools
import view as views

SCREENSHOTS = houses.ROOT / ".build-browser/screenshots"


@pytest.fixture(scope="session")
def browser():
    # Chromium's sandbox refuses to work for root, which is who runs in most containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def new_house(tmp_path_factory):
    """Opens houses: `new_house(environment={…})` gives one with a demo edition of its own; all are stopped at the end."""
    with contextlib.ExitStack() as closing:
        def open_house(environment=None):
            data = tmp_path_factory.mktemp("house") / "data"
            houses.command("demo", "--data", str(data), environment=environment)
            house = houses.House(data, environment)
            closing.callback(house.stop)
            return house

        yield open_house


@pytest.fixture(scope="session")
def house(new_house):
    """The house that the journeys share. One that changes a setting opens its own with `new_house`."""
    return new_house()


@pytest.fixture(params=views.ALL, ids=str)
def view(request):
    """How the reader looks at the page."""
    return request.param


@pytest.fixture
def page(browser, house, view, request):
    """An empty page of a reader with no history; addresses are relative to the house: `page.goto("/policy")`."""
    context = browser.new_context(base_url=house.address, **view.context())
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    if getattr(request.node, "failed", False):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{request.node.name}.png", full_page=True)
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report
