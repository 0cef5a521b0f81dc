"""The buttons that copy the address of a page or hand it to the device."""

import pytest
from playwright.sync_api import expect

import kinds

SHARES = "navigator.share = (data) => { window.shared = data; return Promise.resolve(); }"
REFUSES = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"


@pytest.fixture(params=["a story", "a comment"])
def address(request, reader):
    """Opens a page with the buttons, and returns its canonical address."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.add_init_script(SHARES)
    kinds.READERS["story" if request.param == "a story" else "comment"](reader)
    return reader.page.locator("link[rel=canonical]").get_attribute("href")


def test_a_page_copies_its_link_and_shares_it(address, page, view):
    line = page.locator(".share")
    if not view.scripts:
        return expect(line).to_be_hidden()
    line.get_by_role("button", name="Copy link").press("Enter")
    expect(line.get_by_role("status")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address

    line.get_by_role("button", name="Share…").click()
    assert page.evaluate("shared.url") == address

    page.evaluate(REFUSES)
    line.get_by_role("button", name="Copy link").click()
    expect(line.get_by_role("status")).to_have_text(f"Copy this address: {address}")
