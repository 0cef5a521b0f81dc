"""A reader downloads everything that is stored, deletes the account and takes it back."""

import io
import json
import pathlib
import re
import zipfile

import pytest
from playwright.sync_api import expect

import rows
from kinds import OPEN
from people import Reader
from test_accounts import EVERYWHERE
from verdicts import assert_accessible, assert_fits

pytestmark = EVERYWHERE


@pytest.fixture
def wanda(someone, process, view, request):
    """A reader with an account: each test has one of its own."""
    page = someone(process)
    rows.sign_in_reader(process, page.context, f"{request.node.name}@example.org", f"Wanda {view}")
    return Reader(page)


def _check(page):
    assert_accessible(page)
    assert_fits(page)


def _archive(reader):
    """The files of the archive, by name."""
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="Download (ZIP)").click()
    assert download.value.suggested_filename == "your-data.zip"
    archive = zipfile.ZipFile(io.BytesIO(pathlib.Path(download.value.path()).read_bytes()))
    assert archive.testzip() is None
    return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_a_reader_downloads_everything(wanda, view):
    text = f"I want to keep what I say ({view})."
    wanda.open(OPEN)
    wanda.page.get_by_role("textbox", name="Comment", exact=True).fill(text)
    wanda.press(wanda.page.get_by_role("button", name="Post comment"))
    wanda.open("/account")
    _check(wanda.page)
    wanda.page.get_by_role("link", name="Download your data").click()
    _check(wanda.page)
    wanda.press(wanda.page.get_by_role("button", name="Collect my data"))
    # A job does it, so that the page may have to be loaded again.
    while not wanda.page.get_by_text("Your data is ready.").count():
        expect(wanda.page.get_by_text("We are collecting your data.")).to_be_visible()
        with wanda.page.expect_navigation():
            wanda.page.get_by_role("link", name="Look again").click()
    _check(wanda.page)
    files = _archive(wanda)
    assert list(files) == [
        "README.txt", "account.json", "comments.json", "sessions.json", "reports.json", "sign-ins.json",
        "follows.json", "mutes.json", "notifications.json", "suggestions.json"]
    assert [account["name"] for account in json.loads(files["account.json"])] == [f"Wanda {view}"]
    assert [comment["text"] for comment in json.loads(files["comments.json"])] == [text]
    assert len(json.loads(files["sessions.json"])) == 1
    expect(wanda.page.get_by_text("You can order it once an hour.")).to_be_visible()


def test_a_reader_leaves_and_comes_back(wanda):
    wanda.open("/account")
    wanda.page.get_by_role("link", name="Delete my account").click()
    expect(wanda.page.get_by_role("heading", name="Delete your account")).to_be_visible()
    _check(wanda.page)
    wanda.page.get_by_role("radio", name=re.compile("^They stay, without my name")).check()
    wanda.press(wanda.page.get_by_role("button", name="Delete my account in 14 days"))
    notice = wanda.page.get_by_role("region", name="Your account will be deleted")
    expect(notice).to_contain_text("Your comments will stay, without your name.")
    _check(wanda.page)
    notice.get_by_role("link", name="Choose again what happens to my comments").click()
    expect(wanda.page.get_by_role("radio", name=re.compile("^They stay"))).to_be_checked()
    wanda.page.get_by_role("radio", name=re.compile("^Delete them")).check()
    wanda.press(wanda.page.get_by_role("button", name="Delete my account in 14 days"))
    expect(notice).to_contain_text("Your comments will be deleted.")
    wanda.press(notice.get_by_role("button", name="Keep my account"))
    expect(wanda.page.get_by_role("status")).to_have_text("Your account stays.")
    expect(notice).to_have_count(0)
    _check(wanda.page)
