"""Failover: the primary is lost and a replica is promoted."""

import functools
import threading

import verdict
from clients import Reader, SharedComments, Writer
from fleet import Fleet
from history import History
from replica import wait_for_each_commit
from test_history import check_pages
from test_outages import ready
from test_replicas import UNCACHED
from test_several_processes import story_of
from visitor import Visitor, until


def either(server, replica):
    """Settings with both servers for writes, of which only the primary accepts them, and the replica for reads."""
    return {"BROADSHEET_DATABASE": f"postgres://broadsheet@127.0.0.1:{server.port},127.0.0.1:{replica.port}/postgres",
            "BROADSHEET_DATABASE_READ": replica.address}


def test_a_promoted_replica_has_every_acknowledged_write_once(start_process, server, replica):
    wait_for_each_commit(server)
    fleet = Fleet(functools.partial(start_process, either(server, replica)), 2)
    history, shared, stop = History(), SharedComments(), threading.Event()
    story = story_of(fleet.processes[0])
    writers = [Writer(number, fleet, history, story, shared, stop) for number in range(6)]
    readers = [Reader(number, fleet, story, stop) for number in range(2)]
    for client in [*writers, *readers]:
        client.start()
    history.wait_for(50)
    fleet.database_is_up.clear()
    server.kill()
    until(lambda: not any(ready(process) for process in fleet.processes))
    replica.promote()
    fleet.database_is_up.set()
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


def test_pages_drop_writes_that_the_promoted_replica_never_received(start_process, server, replica):
    cached = start_process(either(server, replica))
    uncached = start_process(either(server, replica) | UNCACHED)
    story = story_of(cached)
    page = f"{story}?order=newest"
    assert Visitor().comment(cached, story, "It has this one.").status == 303
    until(lambda: replica.ask("SELECT 1 FROM comments WHERE text = 'It has this one.'") == [["1"]])
    replica.stop()
    for number in range(40):
        assert Visitor().comment(cached, story, f"It never got this one, {number}.").status == 303
    for process in (cached, uncached):
        until(lambda: "It never got this one, 39." in Visitor().get(process, page).text)
    server.kill()
    replica.start()
    replica.promote()
    for process in (cached, uncached):
        until(lambda: ready(process))
        until(lambda: "It never got this one" not in Visitor().get(process, page).text)
    assert Visitor().comment(cached, story, "It got this one afterwards.").status == 303
    assert "It got this one afterwards." in Visitor().get(cached, page).text
    for process in (cached, uncached):
        until(lambda: "It got this one afterwards." in Visitor().get(process, page).text)
        assert "It has this one." in Visitor().get(process, page).text
    until(lambda: replica.is_read(uncached, page))
