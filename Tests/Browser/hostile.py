"""Hostile input, and a check that a page shows it as plain text."""

import unicodedata

MARKUP = (
    "<script>window.ran = 'script'</script>",
    "<img src=x onerror=\"window.ran = 'onerror'\">",
    "<svg onload=\"window.ran = 'onload'\">",
    "\"><input autofocus onfocus=\"window.ran = 'onfocus'\">",
    "</textarea></title></style><script>window.ran = 'closed'</script>",
    "<iframe srcdoc=\"<script>parent.ran = 'srcdoc'</script>\"></iframe>",
    "<style>* { display: none }</style>",
    "{{ 7 * 7 }} ${ 7 * 7 }",
)
LINKS = (
    "[press here](javascript:window.ran='link')",
    "[or here](JaVaScRiPt&#58;window.ran='entity')",
    "[or](data:text/html,<script>window.ran='data'</script>)",
    "<javascript:window.ran='angle'>",
    "![picture](https://elsewhere.example/track.png)",
)
# A direction override that would reverse the rest of the line, the largest accepted pile of combining marks,
# and an unbreakable word.
OVERRIDE = "\u202eright to left \u2066and on\u202e"
PILED = unicodedata.normalize("NFC", "z" + "\u0335\u0321\u0348\u036f\u0301" * 6)
WORD = "w" * 600

TEXT = "\n\n".join((*MARKUP, *LINKS, OVERRIDE, PILED, WORD))
NAMES = (
    "<b onclick=ran=1>bold</b>", "\"'><script>ran=1</script>",
    unicodedata.normalize("NFC", "Z" + "\u0335\u0321\u0348" * 10), "w" * 40)


def assert_only_text(page):
    """No part of the hostile input ran or became an element of the page."""
    assert page.evaluate("window.ran") is None
    planted = page.locator(
        "main script, main iframe, main svg, main style, main [onerror], main [onload], main [onfocus], main [onclick],"
        "main a[href^='javascript' i], main a[href^='data' i], main img[src='x'], main img[src*='elsewhere']")
    assert not planted.count(), planted.first.evaluate("each => each.outerHTML")
