"""Checks of every kind of page, at both widths, in light and dark: layout, accessibility and valid HTML."""

import itertools
import os

import pytest

import accounts
import cards
import jobs
import kinds
import live
import notifications
import rows
from conftest import SCREENSHOTS
from people import Staff
from verdicts import assert_accessible, assert_fits, assert_pictures_sound, assert_touchable, assert_valid_html
from view import ON_DESK, ON_PHONE

EVERY_WIDTH = pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=lambda view: str(view.width))
ALL = kinds.READERS | kinds.MEMBERS | kinds.STAFF


@pytest.fixture(scope="module")
def shown(new_process):
    """A server with every kind of page: one ruling has been made, jobs are listed, and cards are stored."""
    process = new_process()
    for kind, state in itertools.product(("forget admissions", jobs.UNKNOWN), ("failed", "running", "waiting")):
        jobs.enqueue(process, state, state, kind)
    cards.store(process)
    live.fill(process, 8, 30)
    rows.run(process, "UPDATE people SET mail_token = ? WHERE id = 1", kinds.TOKEN)
    return process


@pytest.fixture(scope="module")
def sessions(browser, shown, session_of):
    """The cookies of an admin who has made one ruling, and of a reader with notifications."""
    cookies = session_of("admin")
    with browser.new_context(base_url=shown.address) as context:
        member = Staff(context.new_page())
        number = accounts.sign_up(shown, member.page, "Robin Member")
        member.open(kinds.OPEN)
        accounts.write(member, "A comment by somebody with an account.")
        cookies_of_member = context.storage_state()
    with browser.new_context(base_url=shown.address, storage_state=cookies) as context:
        admin = Staff(context.new_page())
        kinds.STAFF["case"](admin)
        admin.press(admin.page.get_by_role("button", name="Keep"))
    notifications.fill(shown, number)
    return {**dict.fromkeys(kinds.STAFF, cookies), **dict.fromkeys(kinds.MEMBERS, cookies_of_member)}


@pytest.fixture
def visit(someone, shown, sessions):
    """Opens a page of a kind as a visitor who may see it."""
    def go(kind):
        visitor = Staff(someone(shown, storage_state=sessions.get(kind)))
        answer = ALL[kind](visitor)
        assert answer.status == kinds.STATUS.get(kind, 200)
        return visitor.page, answer

    return go


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """Collects pages as the server sent them. After the last test, the HTML checker reads them all at once."""
    folder = tmp_path_factory.mktemp("pages")
    yield folder
    assert_valid_html(folder)


@EVERY_WIDTH
@pytest.mark.parametrize("kind", ALL)
def test_a_page_is_valid_and_accessible_and_fits(kind, visit, view, sources):
    page, answer = visit(kind)
    (sources / f"{kind}.html").write_bytes(answer.body())

    assert page.get_by_role("heading", level=1).count() == 1
    assert_fits(page)
    assert_pictures_sound(page)
    assert_touchable(page)
    assert_accessible(page)
    for scheme in ("light", "dark") if "SCREENSHOTS" in os.environ else ():
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=SCREENSHOTS / f"{kind}-{view.width}-{scheme}.jpeg", full_page=True, quality=80)
