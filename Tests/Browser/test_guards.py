"""Second lines of defense: the content security policy, and refusal of POSTs and framing by other sites."""

import contextlib

import pytest
from playwright.sync_api import expect

from elsewhere import Elsewhere
from kinds import OPEN
from people import Reader

PLANTED = """<main><script>window.ran = 'inline'</script><img src="/nothing" onerror="window.ran = 'onerror'">
<a id="press" href="javascript:window.ran = 'link'">press</a><style>h1 { color: rgb(1, 2, 3) }</style></main>"""
FORM = """<!DOCTYPE html><title>elsewhere</title><form method="post" action="{action}">
<input name="name" value="somebody"><input name="text" value="Sent from another site.">
<input name="decision" value="close"><button>Press here</button></form>"""

# A different site, and another port of our own host, to which the browser does send our cookies.
OTHER_SITES = pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])


@pytest.fixture
def page(browser, process):
    """A page that is not checked for console errors or for requests to other hosts."""
    with browser.new_context(base_url=process.address) as context:
        yield context.new_page()


@pytest.fixture
def elsewhere():
    """Starts another site with one page: `elsewhere(html)`."""
    with contextlib.ExitStack() as closing:
        def open_site(html):
            site = Elsewhere(html)
            closing.callback(site.stop)
            return site

        yield open_site


def test_the_content_security_policy_blocks_injected_markup(page):
    """Simulates failed escaping: the page keeps its headers and gets hostile markup in its body."""
    def plant(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<main", PLANTED + "<main", 1))

    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(OPEN)
    page.route(page.url, plant)
    page.reload()
    page.locator("#press").click()

    assert page.evaluate("window.ran") is None
    assert page.locator("h1").evaluate("each => getComputedStyle(each).color") != "rgb(1, 2, 3)"
    for kind in ("inline script", "inline event handler", "inline style", "JavaScript URL"):
        assert any(kind.lower() in each.lower() for each in complaints), f"{kind}: {complaints}"


@OTHER_SITES
def test_a_comment_posted_from_another_site_is_refused(host, page, elsewhere):
    page.goto(OPEN)
    site = elsewhere(FORM.format(action=f"{page.url}/comments"))
    page.goto(site.address(host))

    answer = Reader(page).press(page.get_by_role("button", name="Press here"))

    assert answer.status == 403
    page.goto(OPEN)
    expect(page.locator("#comments")).not_to_contain_text("Sent from another site.")


@OTHER_SITES
def test_the_desk_refuses_a_post_from_another_site(host, page, process, session_of, elsewhere):
    page.context.add_cookies(session_of("admin")["cookies"])
    site = elsewhere(FORM.format(action=f"{process.address}/desk/house/discussion"))
    page.goto(site.address(host))

    answer = Reader(page).press(page.get_by_role("button", name="Press here"))

    assert answer.status == 403
    page.goto("/desk")
    expect(page.get_by_role("button", name="Close all discussions")).to_be_visible()


@OTHER_SITES
def test_another_site_cannot_frame_the_desk(host, page, process, elsewhere):
    site = elsewhere(f'<!DOCTYPE html><title>elsewhere</title><iframe src="{process.address}/sign-in"></iframe>')
    with page.expect_event("console", lambda message: "frame-ancestors" in message.text):
        page.goto(site.address(host))

    expect(page.frame_locator("iframe").get_by_label("Password")).to_have_count(0)
