"""The line to the database breaks after a commit and before its answer: a house finds out, or says that it cannot know. Or it
goes silent."""

import re
import threading

import pytest

from cable import Cable
from history import NOTHING_CHANGED
from test_outages import ready
from test_several_houses import story_of
from visitor import Visitor, kept_text, until

TEXT = "Stored, though nobody said so."


@pytest.fixture
def cable(server):
    cable = Cable(server.port)
    yield cable
    cable.close()


@pytest.fixture(params=[False, True], ids=["alone", "with a replica"])
def house(request, newspaper, cable, server):
    """With a replica, a house asks for the position of the log after each commit; that answer may be lost too."""
    replica = {"BROADSHEET_DATABASE_READ": server.address} if request.param else {}
    house = newspaper({"BROADSHEET_DATABASE": cable.address} | replica)
    assert Visitor().comment(house, story_of(house), "The line is good.").status == 303
    return house


def times_stored(server):
    return server.ask(f"SELECT COUNT(*) FROM comments WHERE text LIKE '{TEXT}%'") == [["1"]]


def test_an_answer_that_was_lost_is_asked_for_again(house, cable, server):
    mending = threading.Thread(target=lambda: cable.is_cut.wait(60) and cable.mend())
    mending.start()
    cable.break_after_commit()
    assert Visitor().comment(house, story_of(house), TEXT).status == 303
    mending.join()
    assert times_stored(server)


def test_what_a_house_cannot_know_it_neither_claims_nor_denies(house, cable, server):
    story, writer = story_of(house), Visitor()
    cable.break_after_commit()
    reply = writer.comment(house, story, TEXT)
    assert reply.status == 503
    assert reply.headers["Retry-After"]
    assert kept_text(reply.text) == TEXT
    assert times_stored(server)
    cable.mend()
    until(lambda: ready(house))
    assert writer.comment(house, story, TEXT).status == 303
    assert times_stored(server)
    assert NOTHING_CHANGED not in reply.text


def test_nor_does_it_of_an_edit(house, cable, server):
    story, writer = story_of(house), Visitor()
    posted = writer.comment(house, story, TEXT)
    comment = re.search(r"comments/(\d+)", posted.headers["Location"])[1]
    cable.break_after_commit()
    reply = writer.post(house, f"/comments/{comment}/edit", {"text": f"{TEXT} Edited."})
    assert reply.status == 503
    assert kept_text(reply.text) == f"{TEXT} Edited."
    cable.mend()
    until(lambda: ready(house))
    assert server.ask(f"SELECT text FROM comments WHERE id = {comment}") == [[f"{TEXT} Edited."]]
    assert NOTHING_CHANGED not in reply.text


def test_a_line_that_goes_silent_is_noticed_and_pages_say_so(house, cable):
    story = story_of(house)
    assert Visitor().get(house, story).headers["Cache-Status"] is None
    cable.silence()
    until(lambda: Visitor().get(house, story).headers["Cache-Status"])
    assert Visitor().get(house, "/health").status == 200
    cable.mend()
    until(lambda: ready(house))
    until(lambda: Visitor().get(house, story).headers["Cache-Status"] is None)
