"""The front page and topic pages with a few or many stories, with and without pictures."""

import pytest
from playwright.sync_api import expect

import fronts
from kinds import OPEN
from verdicts import assert_accessible, assert_fits, assert_pictures_sound
from view import ON_DESK, ON_PHONE, PHONE

WIDTHS = (320, PHONE, 768, ON_DESK.width, 1920)
PICTURED = {
    "pictures": lambda number: "wide",
    "words": lambda number: None,
    "mixed": lambda number: (None, "small", None, "tall", "wide")[number % 5],
}
# For each line of cards in a row: how far its first and last card are from the edges of the row.
GAPS = """
rows => rows.flatMap(row => {
    const frame = row.getBoundingClientRect()
    const lines = Map.groupBy([...row.children].map(each => each.getBoundingClientRect()), each => Math.round(each.top))
    return [...lines.values()].map(cards => Math.max(
        Math.min(...cards.map(each => each.left)) - frame.left, frame.right - Math.max(...cards.map(each => each.right))))
})
"""
LEFTS = """
parts => parts.filter(each => each.textContent.trim()).map(each => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return Math.round(Math.min(...[...range.getClientRects()].map(each => each.left)))
})
"""
SHIFTS = """
() => new Promise(resolve => {
    new PerformanceObserver(list => resolve(list.getEntries().map(each => each.value)))
        .observe({ type: "layout-shift", buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])))
})
"""


@pytest.fixture(params=[1, 2, 3, 10, 60])
def count(request):
    return request.param


@pytest.fixture(params=PICTURED)
def site(request, count, tmp_path):
    with fronts.site(tmp_path, count, PICTURED[request.param]) as process:
        yield process


def assert_rows_are_full(page, where):
    gaps = page.locator(".row").evaluate_all(GAPS)
    assert all(gap < 1 for gap in gaps), f"{where}: {gaps}"


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_a_front_page_has_full_rows_and_an_aligned_lead(site, count, someone):
    page = someone(site)
    page.goto("/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        where = f"{count} stories at {width}"
        assert_fits(page)
        assert_rows_are_full(page, where)
        lefts = page.locator(".lead .card-words").locator("h2, .meta").evaluate_all(LEFTS)
        assert max(lefts) - min(lefts) <= 2, f"{where}: {lefts}"
    assert page.locator(".card").count() == min(count, 30)
    assert_pictures_sound(page)
    assert_accessible(page)
    page.get_by_role("navigation", name="Topics").get_by_role("link").first.click()
    expect(page.locator("[aria-current=page]")).to_have_text(page.get_by_role("heading", level=1).inner_text())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert_fits(page)


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_the_front_page_is_light_and_does_not_shift(page):
    page.goto("/")
    for address in ("/", *page.locator("link[rel=stylesheet], script[src]").evaluate_all(
            "all => all.map(each => each.href || each.src)")):
        # A page is compressed a moment after the first request for it.
        assert any("content-encoding" in page.request.get(address).headers for _ in range(2_000)), address
    page.goto("about:blank")
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(sum(
        request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize"))))
    page.goto("/", wait_until="networkidle")

    assert page.evaluate(SHIFTS) == []
    assert len(sizes) <= 10, sizes
    assert sum(sizes) <= 80_000, sizes


@pytest.mark.parametrize("view", [ON_PHONE], ids=str)
def test_the_topics_of_a_story_page_stay_on_one_line_that_scrolls(page):
    page.goto(OPEN)
    navigation = page.get_by_role("navigation", name="Topics")
    expect(navigation).to_have_count(1)
    for width in (320, PHONE):
        page.set_viewport_size({"width": width, "height": 844})
        assert navigation.bounding_box()["height"] < 60
        last = navigation.get_by_role("link").last
        last.focus()
        box = last.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, "the focused topic is in sight"
