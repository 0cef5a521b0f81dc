"""Writing with scripts: the toolbar, pasting, counts and the live preview."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from pasted import HOSTILE, SAMPLES
from people import Staff
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE, View

_numbers = itertools.count(1)
DESK = pytest.mark.parametrize("view", [ON_DESK], ids=str)
# A module of the page, by its name. Its address contains a hash.
MODULE = """name => import(performance.getEntriesByType("resource").map(each => each.name)
    .find(each => new RegExp(`/assets/${name}[.]`).test(each)))"""
CONVERT = f"async html => ((await ({MODULE})('converting')).markdown(html) ?? {{text: null}}).text"
PASTE = """([field, data, isPlain]) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text)
    if (isPlain) field.dispatchEvent(new KeyboardEvent("keydown", { key: "V", ctrlKey: true, shiftKey: true }))
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    return field.dispatchEvent(event)
}"""


class Writer(Staff):
    """An editor at the form of a story."""

    @property
    def text(self):
        return self.page.get_by_label("Text", exact=True)

    @property
    def preview(self):
        return self.page.get_by_role("region", name="Live preview")

    def write(self, text, selected=None):
        """Fills in the text, and selects a part of it or puts the caret at its end."""
        self.text.fill(text)
        start = len(text) if selected is None else text.index(selected)
        self.text.evaluate("(field, [start, end]) => { field.focus(); field.setSelectionRange(start, end) }",
                           [start, start + len(selected or "")])

    def tool(self, name):
        return self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)

    def selected(self):
        return self.text.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")

    def paste(self, is_plain=False, **data):
        """Pastes, and returns whether it was left to the browser."""
        data = {f"text/{kind}": text for kind, text in data.items()}
        return self.text.evaluate(f"(field, [data, isPlain]) => ({PASTE})([field, data, isPlain])", [data, is_plain])

    def show_preview(self):
        self.tool("Live preview").click()


@pytest.fixture
def writer(someone, process, session_of):
    writer = Writer(someone(process, storage_state=session_of("editor")))
    writer.open("/desk/stories/new")
    return writer


@pytest.mark.parametrize("view", [View(390, scripts=False), View(1280, scripts=False)], ids=str)
def test_without_scripts_nothing_of_it_is_visible(writer, view):
    for selector in (".toolbar", ".counts", ".looks", ".live-preview", ".gallery-choice"):
        expect(writer.page.locator(selector)).to_have_count(0)
    with writer.page.context.expect_page() as opened:
        writer.page.get_by_label("Headline").fill("A lighthouse opens")
        writer.page.get_by_role("button", name="Preview", exact=True).click()
    expect(opened.value.get_by_role("heading", name="A lighthouse opens")).to_be_visible()


EDITS = [
    ("Bold", "The lamp turns.", "lamp", "The **lamp** turns.", "lamp"),
    ("Bold", "The **lamp** turns.", "lamp", "The lamp turns.", "lamp"),
    ("Bold", "The **lamp** turns.", "**lamp**", "The lamp turns.", "lamp"),
    ("Bold", "The *lamp* turns.", "lamp", "The ***lamp*** turns.", "lamp"),
    ("Italic", "The ***lamp*** turns.", "lamp", "The **lamp** turns.", "lamp"),
    ("Italic", "**A lamp turns.**", "lamp", "**A *lamp* turns.**", "lamp"),
    ("Bold", "**A lamp turns.**", "lamp", "A lamp turns.", "lamp"),
    ("Bold", "- One\n- Two", "- One\n- Two", "- **One**\n- **Two**", "- **One**\n- **Two**"),
    ("Bold", "- **One**\n- **Two**", "- **One**\n- **Two**", "- One\n- Two", "- One\n- Two"),
    ("Bold", "lamp", None, "**lamp**", ""),
    ("Bold", "A ", None, "A ****", ""),
    ("Link", "The lamp turns.", "lamp", "The [lamp](https://) turns.", "https://"),
    ("Link", "See https://example.org/a", "https://example.org/a", "See [link](https://example.org/a)", "link"),
    ("Link", "The [lamp](https://example.org) turns.", "lamp", "The [lamp](https://example.org) turns.",
     "https://example.org"),
    ("Crosshead", "One\nTwo\nThree", "Two", "One\n\n## Two\n\nThree", "## Two"),
    ("Crosshead", "## Two", "Two", "Two", "Two"),
    ("Quotation", "One\n\nTwo", "One\n\nTwo", "> One\n>\n> Two", "> One\n>\n> Two"),
    ("Quotation", "> One\n>\n> Two", "One\n>\n> Two", "One\n\nTwo", "One\n\nTwo"),
    ("List", "One\nTwo", "One\nTwo", "- One\n- Two", "- One\n- Two"),
    ("Numbered list", "- One\n- Two", "- One\n- Two", "1. One\n2. Two", "1. One\n2. Two"),
    ("Numbered list", "1. One\n2. Two", "1. One\n2. Two", "One\nTwo", "One\nTwo"),
    ("Table", "One", None, "One\n\n| Column | Column |\n| --- | --- |\n|  |  |", "Column"),
    ("Footnote", "One.[^4] Two.\n\n[^4]: A", "One.", "One.[^5][^4] Two.\n\n[^4]: A\n\n[^5]: Footnote", "Footnote"),
    ("Fact box", "", None, "> [!FACTS] Title\n> - Fact", "Title"),
    ("Fact box", "One\n\n- Two", "One\n\n- Two", "> [!FACTS] Title\n> One\n>\n> - Two", "Title"),
]


@DESK
def test_a_tool_changes_the_selection_and_the_browser_undoes_it(writer):
    inputs = "field => { window.inputs = 0; field.addEventListener('input', () => { window.inputs += 1 }) }"
    writer.text.evaluate(inputs)
    for tool, before, chosen, after, selected in EDITS:
        writer.write(before, chosen)
        start = writer.page.evaluate("inputs")
        writer.tool(tool).click()
        expect(writer.text).to_have_value(after)
        assert writer.selected() == selected, (tool, before)
        if before != after:
            assert writer.page.evaluate("inputs") > start, (tool, before)
            writer.page.keyboard.press("Control+z")
            expect(writer.text).to_have_value(before)


# Characters of several code units: a heart, a flag, a family, a skin tone, letters with combining marks, Hindi.
CHARACTERS = ["❤️", "🏳️‍🌈", "🇵🇹", "👩‍👩‍👧", "👍🏽", "1️⃣", "ê̄", "क्षि", "🙂"]


@DESK
def test_no_tool_cuts_a_character(writer):
    writer.write("I ❤️ Porto")
    writer.text.evaluate("field => field.setSelectionRange(4, 4)")
    writer.tool("Bold").click()
    expect(writer.text).to_have_value("I ❤️**** Porto")
    writer.page.keyboard.press("Control+z")
    expect(writer.text).to_have_value("I ❤️ Porto")
    for character in CHARACTERS:
        assert try_everything(writer, f" {character}b", keeps=character) == [], character


@DESK
def test_each_edit_of_a_tool_is_undone_in_one_step_wherever_the_selection_is(writer):
    for text in ["", " ", "\n", "\n\n", "a", "a\n", "\na", "a\n\nb", "a\n\n\n\nb",
                 "a \n b\n", "- a\n- b\n", "> a\n\n"]:
        assert try_everything(writer, text) == [], text


@DESK
def test_an_edit_leaves_the_earlier_edits_to_undo(writer):
    writer.write("An earlier text.\n")
    writer.write("a\n\nb", "\n")
    writer.tool("Link").click()
    expect(writer.text).to_have_value("a[link](https://)\n\nb")
    for text in ["a\n\nb", "An earlier text.\n", ""]:
        writer.page.keyboard.press("Control+z")
        expect(writer.text).to_have_value(text)


# Tries each tool with each selection of a text. Returns the tools that cut a character, or whose edit is not undone.
EVERYTHING = """async ([field, text, keeps]) => {
    const faults = []
    const type = text => { field.select(); document.execCommand(text ? "insertText" : "delete", false, text) }
    const tools = [...document.querySelectorAll(".toolbar [data-tool]")]
        .filter(each => !["picture", "preview"].includes(each.dataset.tool))
    const count = text => text.split(keeps).length
    field.focus()
    for (const tool of tools) {
        for (let start = 0; start <= text.length; start += 1) {
            for (let end = start; end <= text.length; end += 1) {
                type(text)
                field.setSelectionRange(start, end)
                tool.click()
                const after = field.value
                if (keeps && count(after) < count(text)) faults.push([tool.dataset.tool, start, end, after])
                if (after === text) continue
                document.execCommand("undo")
                if (field.value !== text) faults.push([tool.dataset.tool, start, end, after, field.value])
            }
        }
    }
    return faults.slice(0, 5)
}"""


def try_everything(writer, text, keeps=""):
    return writer.text.evaluate(f"(field, [text, keeps]) => ({EVERYTHING})([field, text, keeps])", [text, keeps])


@DESK
def test_enter_continues_a_list_and_ends_it_in_an_empty_line(writer):
    for before, after in [
        ("- One", "- One\n- "), ("9. One", "9. One\n10. "), ("> One", "> One\n> "), ("> - One", "> - One\n> - "),
        ("  * One", "  * One\n  * "), ("- One\n- ", "- One\n\n"), ("> One\n> ", "> One\n\n"),
        ("> - One\n> - ", "> - One\n>\n> "), ("One", "One\n"), ("- - -", "- - -\n"), ("-5", "-5\n"),
    ]:
        writer.write(before)
        writer.page.keyboard.press("Enter")
        expect(writer.text).to_have_value(after)
        writer.page.keyboard.press("Control+z")
        expect(writer.text).to_have_value(before)
    writer.write("- One")
    writer.page.keyboard.press("Shift+Enter")
    expect(writer.text).to_have_value("- One\n")
    composed = "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))"
    writer.text.evaluate(composed)
    expect(writer.text).to_have_value("- One\n")


@DESK
def test_shortcuts_work_without_the_toolbar_and_are_named_in_it(writer):
    for keys, after in {
        "Control+b": "**lamp**", "Control+i": "*lamp*", "Control+k": "[lamp](https://)", "Control+Shift+2": "## lamp",
        "Control+Shift+6": "lamp[^1]\n\n[^1]: Footnote", "Control+Shift+7": "1. lamp", "Control+Shift+8": "- lamp",
        "Control+Shift+9": "> lamp",
    }.items():
        writer.write("lamp", "lamp")
        writer.page.keyboard.press(keys)
        expect(writer.text).to_have_value(after)
        writer.page.keyboard.press("Control+z")
        expect(writer.text).to_have_value("lamp")
    expect(writer.tool("Bold")).to_have_attribute("title", "Bold (Ctrl+B)")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@DESK
def test_the_toolbar_is_one_stop_of_the_keyboard_and_arrows_move_in_it(writer, direction):
    writer.page.evaluate("direction => { document.documentElement.dir = direction }", direction)
    forward, back = ("ArrowRight", "ArrowLeft") if direction == "ltr" else ("ArrowLeft", "ArrowRight")
    writer.write("lamp", "lamp")
    writer.page.keyboard.press("Shift+Tab")
    for key, name in [(forward, "Italic"), (back, "Bold"), (back, "Live preview"), ("Home", "Bold"),
                      ("End", "Live preview"), (forward, "Bold")]:
        writer.page.keyboard.press(key)
        expect(writer.tool(name)).to_be_focused()
    writer.page.keyboard.press("Enter")
    expect(writer.text).to_have_value("**lamp**")
    expect(writer.text).to_be_focused()


@DESK
def test_pictures_of_the_gallery_are_offered(writer):
    writer.write("One\n\nTwo", "One")
    writer.tool("Picture").click()
    writer.page.locator("#gallery-choice").get_by_role("button", name="Choose pictures").click()
    dialog = writer.page.get_by_role("dialog", name="Choose pictures")
    for number in (2, 4):
        dialog.locator(".picked", has_text=re.compile(rf"Picture {number}\b")).click()
    assert_accessible(writer.page)
    dialog.get_by_role("button", name="Done").click()
    writer.tool("Picture").click()
    expect(writer.page.get_by_role("button", name="Picture 2", exact=True)).to_be_focused()
    writer.page.keyboard.press("Escape")
    expect(writer.tool("Picture")).to_be_focused()
    expect(writer.tool("Picture")).to_have_attribute("aria-expanded", "false")
    writer.page.keyboard.press("Enter")
    assert_accessible(writer.page)
    writer.page.get_by_role("button", name="Picture 4", exact=True).click()
    expect(writer.text).to_have_value("One\n\n![](picture:4)\n\nTwo")


@DESK
def test_pasted_html_becomes_markdown(writer):
    for name, (html, expected) in SAMPLES.items():
        assert writer.page.evaluate(CONVERT, html) == expected, name


@DESK
def test_hostile_html_runs_nothing_loads_nothing_and_takes_little_time(writer):
    for name, (html, expected) in HOSTILE.items():
        start = writer.page.evaluate("performance.now()")
        text = writer.page.evaluate(CONVERT, html)
        assert writer.page.evaluate("performance.now()") - start < 5_000, name
        assert expected is ... or text == expected, name


@DESK
def test_pasting_is_undone_in_one_step_and_plain_text_stays_plain(writer):
    writer.write("One. Two.", "Two")
    assert not writer.paste(html="<b>Three</b>", plain="Three")
    expect(writer.text).to_have_value("One. **Three**.")
    writer.page.keyboard.press("Control+z")
    expect(writer.text).to_have_value("One. Two.")
    writer.write("One. Two.", " Two.")
    writer.paste(html="<p>A</p><ul><li>B</li></ul>", plain="A B")
    expect(writer.text).to_have_value("One.\n\nA\n\n- B")
    assert writer.paste(html="<b>Three</b>", plain="Three", is_plain=True)
    assert writer.paste(plain="*Three*")
    assert writer.paste(html="<p>" + "x" * 2_000_001, plain="x")
    assert writer.paste(html='<div style="font-family: Mono; white-space: pre;"><div>*a*</div></div>', plain="*a*")
    writer.write("See the report.", "the report")
    assert not writer.paste(plain="https://example.org/a")
    expect(writer.text).to_have_value("See [the report](https://example.org/a).")


@DESK
def test_a_long_text_is_pasted_quickly_and_undone_in_one_step(writer):
    writer.write("One.\n\n")
    start = writer.page.evaluate("performance.now()")
    writer.paste(html=f"<p>{'A few *words* & more. ' * 10}</p>" * 600)
    assert writer.page.evaluate("performance.now()") - start < 5_000
    assert len(writer.text.input_value()) > 130_000
    writer.page.keyboard.press("Control+z")
    expect(writer.text).to_have_value("One.\n\n")


@DESK
def test_words_characters_and_the_looks_of_the_headline_are_shown(writer):
    counts, looks = writer.page.locator("#text-counts"), writer.page.locator("#headline-looks")
    expect(counts).to_have_text("0 words")
    expect(looks).to_be_hidden()
    writer.text.fill("The [lamp](https://example.org/some/words) *turns*.[^1] Das Meer rauscht.\n\n[^1]: 一座灯塔")
    expect(counts).to_contain_text(re.compile(r"^[789] words · 1 minute to read"))
    writer.text.fill("word " * 36_100 + "x" * 5)
    expect(counts).to_contain_text("36,101 words · 157 minutes to read · 180,505 of 200,000 characters")
    writer.text.fill("word " * 40_001)
    expect(counts).to_have_class(re.compile("over"))
    expect(writer.page.locator("#count-alert")).to_contain_text("of 200,000 characters")

    writer.page.get_by_label("Headline").fill("A lighthouse opens")
    expect(looks).to_contain_text("18 of 300 characters. Search results show all of it. 2 lines on the front page.")
    writer.page.get_by_label("Headline").fill("A lighthouse opens for everybody who wants to see the harbor of the "
                                              "old town from above at night and by day")
    expect(looks).to_contain_text(
        re.compile(r"Search results cut it after \d\d characters. It is long for the front page"))
    expect(looks.locator(".as-found")).to_have_text(re.compile(r"^A lighthouse opens for everybody .* …$"))


@pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=str)
def test_the_live_preview_follows_the_text_of_a_new_story(writer, view):
    writer.page.get_by_label("Headline").fill("A lighthouse opens")
    writer.write("It *opens*.[^1]\n\n[See](https://example.org)\n\n[^1]: Soon.")
    expect(writer.preview).to_have_count(0)
    writer.show_preview()
    headline = writer.preview.get_by_role("heading", name="A lighthouse opens")
    expect(headline).to_have_attribute("aria-level", "3")
    expect(writer.preview.locator(".body em")).to_have_text("opens")
    expect(writer.preview.get_by_role("link", name="See")).to_have_attribute("target", "_blank")
    expect(writer.preview.locator("a[href^='#']")).to_have_count(0)
    assert writer.page.evaluate("[...document.querySelectorAll('.live-preview [id]')].every(each => "
                                "document.querySelectorAll('#' + each.id).length === 1)")
    assert_accessible(writer.page)
    assert_fits(writer.page)

    writer.text.press("End")
    writer.page.keyboard.type(" And **closes**.")
    expect(writer.preview.locator("strong")).to_have_text("closes")
    field, pane = writer.text.bounding_box(), writer.preview.bounding_box()
    assert (pane["x"] >= field["x"] + field["width"]) == (view == ON_DESK)

    writer.page.reload()
    expect(writer.preview).to_be_visible()
    writer.show_preview()
    writer.page.reload()
    expect(writer.tool("Live preview")).to_have_attribute("aria-pressed", "false")
    expect(writer.preview).to_have_count(0)


@DESK
def test_the_live_preview_says_why_a_text_is_refused_and_when_the_server_is_gone(writer):
    writer.new_story(Headline=f"A lighthouse opens for the {next(_numbers)}. time", Text="It opens.")
    writer.show_preview()
    expect(writer.preview.locator(".body")).to_have_text("It opens.")
    writer.fill(Topics="\n".join(f"Topic {number}" for number in range(60)))
    expect(writer.preview.locator(".refusal")).to_contain_text("50")
    expect(writer.preview.locator(".body")).to_have_text("It opens.")
    writer.fill(Topics="Harbors")
    expect(writer.preview.locator(".refusal")).to_be_hidden()
    writer.page.route("**/preview", lambda route: route.fulfill(status=503))
    writer.write("It closes.")
    expect(writer.preview.locator(".refusal")).to_contain_text("The preview is not available now.")
    writer.page.unroute("**/preview")
    writer.write("It opens again.")
    expect(writer.preview.locator(".body")).to_have_text("It opens again.")


@DESK
def test_previews_are_asked_for_one_at_a_time_and_the_last_text_wins(writer):
    writer.page.clock.install()
    writer.show_preview()
    expect(writer.preview.locator("article")).to_be_visible()
    held = []
    writer.page.route("**/preview", lambda route: route.continue_() if held else held.append(route))
    for number in range(3):
        writer.write(f"Number {number}")
        writer.page.clock.run_for(500)
    assert len(held) == 1
    held[0].continue_()
    expect(writer.preview.locator(".body")).to_have_text("Number 2")


@DESK
def test_the_preview_keeps_its_place_and_shows_hostile_text_as_text(writer):
    writer.write("\n\n".join(f"Paragraph {number}." for number in range(200)))
    writer.show_preview()
    expect(writer.preview).to_contain_text("Paragraph 199.")
    writer.preview.evaluate("pane => { pane.scrollTop = 900 }")
    writer.text.press("Control+End")
    writer.page.keyboard.type(" <script>alert(1)</script><img src=x onerror=alert(2)>")
    expect(writer.preview).to_contain_text("<script>alert(1)</script>")
    assert writer.preview.evaluate("pane => pane.scrollTop") == 900
    expect(writer.preview.locator("script, img")).to_have_count(0)
