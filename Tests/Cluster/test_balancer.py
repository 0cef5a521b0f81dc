"""Two processes behind nginx: killed under load, cut off from the database, and without a database."""

import threading

import pytest

import verdict
from nginx import Nginx
from cable import Cable
from history import OK, History
from pair import Crowd, Pair, Sender, Watcher, answers, assert_listener_hears_of_both
from test_several_processes import story_of
from visitor import Visitor, kept_text, until

WRITERS, READERS, KILLS = 4, 4, 4


@pytest.fixture
def pair(server, edition, tmp_path):
    """Two processes on one database."""
    pair = Pair(edition, tmp_path, server.address)
    yield pair
    pair.end()


@pytest.fixture
def balancer(pair, tmp_path):
    balancer = Nginx(tmp_path / "nginx", [process.port for process in pair.processes])
    until(lambda: answers(balancer))
    yield balancer
    balancer.stop()


def test_killing_a_process_under_load_loses_no_write_and_fails_no_reader(pair, balancer, server):
    history, stop = History(), threading.Event()
    story = story_of(balancer)
    senders = [Sender(number, balancer, history, story, stop) for number in range(WRITERS)]
    watchers = [Watcher(number, balancer, ["/", story, f"{story}?order=newest"], stop) for number in range(READERS)]
    for client in [*senders, *watchers]:
        client.start()
    for kill in range(KILLS):
        history.wait_for(30)
        pair.processes[kill % 2].kill()
        history.wait_for(30)
        pair.start(kill % 2)
        begun = len(balancer.log())
        until(lambda: balancer.answered(pair.processes[kill % 2].port, since=begun) > 10)
    stop.set()
    for client in [*senders, *watchers]:
        client.join()
    print(history.summary(), f"pages read: {sum(watcher.read for watcher in watchers)},",
          f"retried at the other process: {balancer.broken('GET')}")
    assert [wrong for watcher in watchers for wrong in watcher.wrong] == []
    assert {call.status for call in history.calls} <= {303, 502}
    # Each commenter has at most one request in flight when a process is killed.
    assert sum(call.outcome != OK for call in history.calls) <= WRITERS * KILLS
    assert balancer.broken("POST") == [call.status for call in history.calls].count(502), "a POST was sent twice"
    assert verdict.faults_of_writes(history, server) == []
    assert verdict.faults_of_counts(server) == []


def test_a_listener_behind_nginx_hears_of_comments_at_either_process(pair, balancer):
    assert_listener_hears_of_both(balancer, pair.processes)


def test_readers_do_not_notice_that_one_process_has_lost_the_database(server, edition, tmp_path):
    cable = Cable(server.port)
    pair = Pair(edition, tmp_path, cable.address, server.address)
    balancer = Nginx(tmp_path / "nginx", [process.port for process in pair.processes])
    try:
        until(lambda: answers(balancer))
        story = story_of(balancer)
        cable.cut()
        until(lambda: Visitor().get(pair.processes[0], "/ready").status == 503)
        with Crowd(balancer, story, threading.Event()) as crowd:
            crowd.history.wait_for(200)
        print(crowd.statuses)
        assert crowd.wrong_pages == []
        # Commenters get 503 from the process itself when nginx tries it again.
        assert crowd.statuses.keys() <= {303, 503}
        assert verdict.faults_of_writes(crowd.history, server) == []
    finally:
        balancer.stop()
        pair.end()
        cable.close()


def test_without_a_database_readers_get_cached_pages_and_writers_get_their_text_back(pair, balancer, server):
    story = story_of(balancer)
    for process in pair.processes:
        assert Visitor().get(process, story).status == 200
    server.stop()
    for process in pair.processes:
        until(lambda: Visitor().get(process, story).headers["Cache-Status"])
    for number in range(20):
        # A page that is not cached makes nginx leave out both processes.
        assert Visitor().get(balancer, f"{story}?order=newest&after={number}").status == 503
        page = Visitor().get(balancer, story)
        assert page.status == 200 and "ttl=-1" in page.headers["Cache-Status"]
        refused = Visitor().comment(balancer, story, f"Kept: {number}.")
        assert refused.status == 503 and kept_text(refused.text) == f"Kept: {number}."
