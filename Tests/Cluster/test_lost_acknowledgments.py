"""The database connection breaks between a commit and its acknowledgment, or hangs.

The process finds out whether the commit succeeded, or tells the commenter that the outcome is unknown.
"""

import re
import threading

import pytest

from cable import Cable
from history import NOTHING_CHANGED
from test_outages import ready
from test_several_processes import story_of
from visitor import Visitor, kept_text, until

TEXT = "Stored, though nobody said so."


@pytest.fixture
def cable(server):
    cable = Cable(server.port)
    yield cable
    cable.close()


@pytest.fixture(params=[False, True], ids=["alone", "with a replica"])
def process(request, start_process, cable, server):
    """With a replica, a process asks for the log position after each commit. That response can be lost too."""
    replica = {"BROADSHEET_DATABASE_READ": server.address} if request.param else {}
    process = start_process({"BROADSHEET_DATABASE": cable.address} | replica)
    assert Visitor().comment(process, story_of(process), "The connection works.").status == 303
    return process


def is_stored_once(server):
    return server.ask(f"SELECT COUNT(*) FROM comments WHERE text LIKE '{TEXT}%'") == [["1"]]


def test_the_outcome_of_a_lost_acknowledgment_is_looked_up(process, cable, server):
    mending = threading.Thread(target=lambda: cable.is_cut.wait(60) and cable.mend())
    mending.start()
    cable.break_after_commit()
    assert Visitor().comment(process, story_of(process), TEXT).status == 303
    mending.join()
    assert is_stored_once(server)


def test_an_unknown_outcome_is_neither_confirmed_nor_denied(process, cable, server):
    story, writer = story_of(process), Visitor()
    cable.break_after_commit()
    reply = writer.comment(process, story, TEXT)
    assert reply.status == 503
    assert reply.headers["Retry-After"]
    assert kept_text(reply.text) == TEXT
    assert is_stored_once(server)
    cable.mend()
    until(lambda: ready(process))
    assert writer.comment(process, story, TEXT).status == 303
    assert is_stored_once(server)
    assert NOTHING_CHANGED not in reply.text


def test_an_unknown_outcome_of_an_edit_is_neither_confirmed_nor_denied(process, cable, server):
    story, writer = story_of(process), Visitor()
    posted = writer.comment(process, story, TEXT)
    comment = re.search(r"comments/(\d+)", posted.headers["Location"])[1]
    cable.break_after_commit()
    reply = writer.post(process, f"/comments/{comment}/edit", {"text": f"{TEXT} Edited."})
    assert reply.status == 503
    assert kept_text(reply.text) == f"{TEXT} Edited."
    cable.mend()
    until(lambda: ready(process))
    assert server.ask(f"SELECT text FROM comments WHERE id = {comment}") == [[f"{TEXT} Edited."]]
    assert NOTHING_CHANGED not in reply.text


def test_a_hanging_connection_is_detected_and_pages_are_marked_as_stale(process, cable):
    story = story_of(process)
    assert Visitor().get(process, story).headers["Cache-Status"] is None
    cable.silence()
    until(lambda: Visitor().get(process, story).headers["Cache-Status"])
    assert Visitor().get(process, "/health").status == 200
    cable.mend()
    until(lambda: ready(process))
    until(lambda: Visitor().get(process, story).headers["Cache-Status"] is None)
