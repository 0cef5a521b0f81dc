"""An editor corrects, withdraws and restores a story at one process. The answer of that process and the pages of the
other show it."""

import html
import re

import pytest

import broadsheet
from people import PASSWORD
from visitor import Visitor, until

EMAIL = "corrector@broadsheet.example"
NOTE = "An earlier version said that ships leave at noon. In fact, they leave at one."


@pytest.fixture
def editor(start_process, server):
    """An editor who is signed in at two processes that share a database."""
    one, other = start_process(), start_process()
    broadsheet.command("staff", "add", "--data", str(one.data), "--database", server.address, "--email", EMAIL,
                       "--role", "editor", typed=PASSWORD + "\n")
    editor = Visitor()
    assert editor.sign_in(one, EMAIL, PASSWORD).status == 303
    return editor, one, other


def field(page, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])


def publish(editor, process, draft, **fields):
    """Publishes a draft with these fields."""
    page = editor.get(process, draft).text
    stamp = {name: field(page, name) for name in ("revision", "lease", "story-version")}
    answer = editor.post(process, f"{draft}/publish", fields | stamp)
    assert answer.status == 303, answer.text
    return re.search(r"/stories/(\d+)", answer.headers["Location"])[1]


def test_what_an_editor_does_with_a_story_shows_at_both_processes(editor):
    editor, one, other = editor
    story = {"headline": "Ships leave", "body": "They leave at noon."}
    draft = editor.post(one, "/desk/stories/new", story).headers["Location"]
    number = publish(editor, one, draft, **story)
    reader = Visitor()
    address = reader.get(one, f"/stories/{number}").headers["Location"]
    until(lambda: reader.get(other, address).status == 200)

    draft = editor.post(one, f"/desk/stories/{number}/revise", {}).headers["Location"]
    publish(editor, one, draft, headline="Ships leave later", body="They leave at one.", act="correction",
            correction=NOTE)
    moved = reader.get(one, address)
    assert moved.status == 308 and moved.headers["Location"].endswith("/ships-leave-later")
    assert moved.headers["Cache-Control"] == "no-store"
    address = moved.headers["Location"]
    for path in (address, "/corrections", "/corrections/feed.xml", "/corrections/feed.json"):
        assert "In fact, they leave at one." in reader.get(one, path).text, path
        until(lambda path=path: "In fact, they leave at one." in reader.get(other, path).text)

    reason = {"version": "2", "withdrawal-reason": "No ship has left."}
    assert editor.post(other, f"/desk/stories/{number}/withdraw", reason).status == 303
    assert reader.get(other, address).status == 410
    until(lambda: reader.get(one, address).status == 410)
    assert "In fact, they leave at one." not in reader.get(one, "/corrections").text
    assert editor.post(one, f"/desk/stories/{number}/restore", {}).status == 303
    assert reader.get(one, address).status == 200
    until(lambda: reader.get(other, address).status == 200)
    assert editor.post(other, f"/desk/stories/{number}/restore", {}).status == 409
