"""An entry that is added at one process appears in every cached page, and to listeners, of another."""

import statistics
import time

import broadsheet
from people import PASSWORD
from test_notifications import listen
from test_several_processes import story_of
from visitor import Visitor, until

DESK = "/desk/stories/{}/live"
ENTRIES = 20
# How soon another process shows an entry. The median, because a busy machine may delay one.
SECONDS = 0.25


def editor(process, server):
    """An editor whose browser is signed in at every process."""
    email = "editor@broadsheet.example"
    broadsheet.command("staff", "add", "--data", str(process.data), "--database", server.address, "--email", email,
                       "--role", "editor", typed=PASSWORD + "\n")
    visitor = Visitor()
    assert visitor.sign_in(process, email, PASSWORD).status == 303
    return visitor


def test_an_entry_appears_at_every_process_and_to_its_listeners(start_process, server):
    one, other = start_process(), start_process()
    story = story_of(one)
    number = story.split("/")[2]
    staff, desk = editor(one, server), DESK.format(number)
    assert staff.post(one, f"/desk/stories/{number}/coverage", {"act": "begin"}).status == 303
    until(lambda: "No entries yet." in Visitor().get(other, story).text)

    pages, waits = (story, f"{story}/entries"), []
    with listen(Visitor(), other, story) as events:
        for entry in range(1, ENTRIES + 1):
            for page in pages:
                Visitor().get(other, page)
            text = f"Entry number {entry} of twenty."
            assert staff.post(one, desk, {"text": text, "token": f"token {entry}"}).status == 303
            acknowledged = time.monotonic()
            assert all(text in Visitor().get(one, page).text for page in pages)
            until(lambda: all(text in Visitor().get(other, page).text for page in pages))
            waits.append(time.monotonic() - acknowledged)
            next(line for line in events if line == b"event: entry\n")
            assert next(events) == f'data: {{"entry":{entry}}}\n'.encode()
        assert statistics.median(waits) < SECONDS
        assert staff.post(other, f"{desk}/1/remove", {}).status == 303
        assert Visitor().get(other, f"{story}/live/1").status == 410
        until(lambda: Visitor().get(one, f"{story}/live/1").status == 410)
        next(line for line in events if line == b"event: entry-removed\n")


def test_the_same_form_at_two_processes_adds_one_entry(start_process, server):
    one, other = start_process(), start_process()
    number = story_of(one).split("/")[2]
    staff = editor(one, server)
    assert staff.post(one, f"/desk/stories/{number}/coverage", {"act": "begin"}).status == 303
    for process in (one, other, one):
        assert staff.post(process, DESK.format(number), {"text": "Once.", "token": "the same"}).status == 303
    assert server.ask("SELECT COUNT(*) FROM live_entries") == [["1"]]
