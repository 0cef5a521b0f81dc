"""The primary is lost and a replica takes its place."""

import functools
import threading

import verdict
from clients import Reader, Square, Writer
from fleet import Fleet
from history import History
from replica import wait_for_each_commit
from test_history import check_pages
from test_outages import ready
from test_replicas import UNKEPT
from test_several_houses import story_of
from visitor import Visitor, until


def either(server, replica):
    """The address of whichever of them takes writes, and the replica to read from."""
    return {"BROADSHEET_DATABASE": f"postgres://broadsheet@127.0.0.1:{server.port},127.0.0.1:{replica.port}/postgres",
            "BROADSHEET_DATABASE_READ": replica.address}


def test_a_replica_that_is_promoted_has_all_that_was_acknowledged_once(newspaper, server, replica):
    wait_for_each_commit(server)
    fleet = Fleet(functools.partial(newspaper, either(server, replica)), 2)
    history, square, stop = History(), Square(), threading.Event()
    story = story_of(fleet.houses[0])
    writers = [Writer(number, fleet, history, story, square, stop) for number in range(6)]
    readers = [Reader(number, fleet, story, stop) for number in range(2)]
    for client in [*writers, *readers]:
        client.start()
    history.wait_for(50)
    fleet.database_is_there.clear()
    server.kill()
    until(lambda: not any(ready(house) for house in fleet.houses))
    replica.promote()
    fleet.database_is_there.set()
    history.wait_for(50)
    stop.set()
    for client in [*writers, *readers]:
        client.join()
    print(history.summary())
    assert verdict.unforeseen(history) == []
    assert verdict.faults_of_writes(history, replica) == []
    assert verdict.faults_of_edits(history, replica) == []
    assert verdict.faults_of_counts(replica) == []
    assert [missed for writer in writers for missed in writer.missed] == []
    assert [step for writer in writers for step in writer.session.steps_back()] == []
    check_pages(fleet, story, replica)


def test_what_a_promoted_replica_never_got_is_gone_and_all_goes_on(newspaper, server, replica):
    keeping = newspaper(either(server, replica))
    anew = newspaper(either(server, replica) | UNKEPT)
    story = story_of(keeping)
    page = f"{story}?order=newest"
    assert Visitor().comment(keeping, story, "It has this one.").status == 303
    until(lambda: replica.ask("SELECT 1 FROM comments WHERE text = 'It has this one.'") == [["1"]])
    replica.stop()
    for number in range(40):
        assert Visitor().comment(keeping, story, f"It never got this one, {number}.").status == 303
    for house in (keeping, anew):
        until(lambda: "It never got this one, 39." in Visitor().get(house, page).text)
    server.kill()
    replica.start()
    replica.promote()
    for house in (keeping, anew):
        until(lambda: ready(house))
        until(lambda: "It never got this one" not in Visitor().get(house, page).text)
    assert Visitor().comment(keeping, story, "It got this one afterwards.").status == 303
    assert "It got this one afterwards." in Visitor().get(keeping, page).text
    for house in (keeping, anew):
        until(lambda: "It got this one afterwards." in Visitor().get(house, page).text)
        assert "It has this one." in Visitor().get(house, page).text
    until(lambda: replica.is_read(anew, page))
