"""Two houses behind nginx: one of them dies under load and comes back."""

import threading

import pytest

import verdict
from balancer import Balancer
from cable import Cable
from history import OK, History
from pair import Crowd, Pair, Sender, Watcher, answers, assert_who_listens_hears_of_both
from test_several_houses import story_of
from visitor import Visitor, kept_text, until

WRITERS, READERS, KILLS = 4, 4, 4


@pytest.fixture
def pair(server, edition, tmp_path):
    """Two houses, each on a port of its own; `start(0)` starts the first one again."""
    pair = Pair(edition, tmp_path, server.address)
    yield pair
    pair.end()


@pytest.fixture
def balancer(pair, tmp_path):
    balancer = Balancer(tmp_path / "nginx", [house.port for house in pair.houses])
    until(lambda: answers(balancer))
    yield balancer
    balancer.stop()


def test_a_house_that_dies_under_load_takes_no_write_and_no_reader_with_it(pair, balancer, server):
    history, stop = History(), threading.Event()
    story = story_of(balancer)
    senders = [Sender(number, balancer, history, story, stop) for number in range(WRITERS)]
    watchers = [Watcher(number, balancer, ["/", story, f"{story}?order=newest"], stop) for number in range(READERS)]
    for client in [*senders, *watchers]:
        client.start()
    for kill in range(KILLS):
        history.wait_for(30)
        pair.houses[kill % 2].kill()
        history.wait_for(30)
        pair.start(kill % 2)
        begun = len(balancer.log())
        until(lambda: balancer.answered(pair.houses[kill % 2].port, since=begun) > 10)
    stop.set()
    for client in [*senders, *watchers]:
        client.join()
    print(history.summary(), f"pages read: {sum(watcher.read for watcher in watchers)},",
          f"asked of the other house: {balancer.broken('GET')}")
    assert [wrong for watcher in watchers for wrong in watcher.wrong] == []
    assert {call.status for call in history.calls} <= {303, 502}
    # Each writer has one request under way at most when a house dies.
    assert sum(call.outcome != OK for call in history.calls) <= WRITERS * KILLS
    assert balancer.broken("POST") == [call.status for call in history.calls].count(502), "a POST was sent twice"
    assert verdict.faults_of_writes(history, server) == []
    assert verdict.faults_of_counts(server) == []


def test_who_listens_through_nginx_learns_of_a_comment_at_either_house(pair, balancer):
    assert_who_listens_hears_of_both(balancer, pair.houses)


def test_where_one_house_has_lost_the_database_readers_do_not_notice(server, edition, tmp_path):
    cable = Cable(server.port)
    pair = Pair(edition, tmp_path, cable.address, server.address)
    balancer = Balancer(tmp_path / "nginx", [house.port for house in pair.houses])
    try:
        until(lambda: answers(balancer))
        story = story_of(balancer)
        cable.cut()
        until(lambda: Visitor().get(pair.houses[0], "/ready").status == 503)
        with Crowd(balancer, story, threading.Event()) as crowd:
            crowd.history.wait_for(200)
        print(crowd.statuses)
        assert crowd.wrong_pages == []
        # Those who write are told by the house itself, now and then, when it is tried again.
        assert crowd.statuses.keys() <= {303, 503}
        assert verdict.faults_of_writes(crowd.history, server) == []
    finally:
        balancer.stop()
        pair.end()
        cable.close()


def test_where_no_house_has_its_database_kept_pages_and_forms_come_from_the_houses(pair, balancer, server):
    story = story_of(balancer)
    for house in pair.houses:
        assert Visitor().get(house, story).status == 200
    server.stop()
    for house in pair.houses:
        until(lambda: Visitor().get(house, story).headers["Cache-Status"])
    for number in range(20):
        # What is not kept has both houses left alone.
        assert Visitor().get(balancer, f"{story}?order=newest&after={number}").status == 503
        page = Visitor().get(balancer, story)
        assert page.status == 200 and "ttl=-1" in page.headers["Cache-Status"]
        refused = Visitor().comment(balancer, story, f"Kept: {number}.")
        assert refused.status == 503 and kept_text(refused.text) == f"Kept: {number}."
