"""The front page, as anyone finds it."""

from urllib.parse import urlsplit

from verdicts import assert_accessible, assert_fits, assert_valid_html


def test_a_reader_opens_the_front_page(page, house):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))

    answer = page.goto("/", wait_until="load")

    assert answer.status == 200
    assert page.get_by_role("heading", level=1).count() == 1
    assert set(asked) == {urlsplit(house.address).netloc}, "a page asks no other host for anything"
    assert_fits(page)
    assert_accessible(page)
    assert_valid_html(answer.text())
