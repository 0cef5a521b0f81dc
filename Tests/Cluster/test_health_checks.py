"""Two houses behind HAProxy, which asks them whether they are ready: one is cut off, stopped, drained; the database goes."""

import threading

import pytest

import verdict
from cable import Cable
from pair import Crowd, Pair, answers, assert_who_listens_hears_of_both
from test_several_houses import story_of
from visitor import Visitor, kept_text, until
from watchful import WatchfulBalancer


@pytest.fixture
def cable(server):
    """The line between the first house and the database."""
    cable = Cable(server.port)
    yield cable
    cable.close()


@pytest.fixture
def pair(server, cable, edition, tmp_path):
    pair = Pair(edition, tmp_path, cable.address, server.address)
    yield pair
    pair.end()


@pytest.fixture
def balancer(pair, tmp_path):
    balancer = WatchfulBalancer(tmp_path / "haproxy", [house.port for house in pair.houses])
    until(lambda: answers(balancer) and both_are_up(balancer))
    yield balancer
    balancer.stop()


def both_are_up(balancer):
    return set(balancer.states().values()) == {"UP"}


@pytest.mark.parametrize("loss", ["cut", "silence"])
def test_a_house_that_is_cut_off_from_the_database_is_asked_nothing(pair, balancer, cable, server, loss):
    story = story_of(balancer)
    before = Crowd(balancer, story, threading.Event())
    with before:
        before.history.wait_for(30)
        getattr(cable, loss)()
        until(lambda: balancer.states()["one"] == "DOWN")
    with Crowd(balancer, story, threading.Event(), first=100) as after:
        after.history.wait_for(100)
    print("until it was noticed:", before.statuses, before.wrong_pages, "then:", after.statuses)
    assert after.statuses.keys() == {303} and after.wrong_pages == []
    # Readers are asked of the other house at once.
    if loss == "cut":
        assert before.wrong_pages == []
    cable.mend()
    until(lambda: both_are_up(balancer))
    for history in (before.history, after.history):
        assert verdict.faults_of_writes(history, server) == []


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_house_that_ends_takes_no_reader_with_it(pair, balancer, server, end):
    story = story_of(balancer)
    with Crowd(balancer, story, threading.Event()) as crowd:
        for number in range(4):
            crowd.history.wait_for(30)
            getattr(pair.houses[number % 2], end)()
            crowd.history.wait_for(30)
            pair.start(number % 2)
            until(lambda: both_are_up(balancer))
    print(end, crowd.statuses)
    assert crowd.wrong_pages == []
    # What a house that was killed had taken, nobody knows; what one that stops has not taken yet HAProxy may have sent already.
    assert crowd.statuses.keys() <= {303, 502}
    assert crowd.statuses.get(502, 0) <= 4 * 4
    assert verdict.faults_of_writes(crowd.history, server) == []


def test_a_house_is_drained_before_it_stops(pair, balancer):
    story = story_of(balancer)
    with Crowd(balancer, story, threading.Event()) as crowd:
        for number, name in enumerate(("one", "other")):
            crowd.history.wait_for(30)
            balancer.say(f"set server houses/{name} state drain")
            until(lambda: balancer.sessions(name) == 0)
            pair.houses[number].stop()
            crowd.history.wait_for(30)
            pair.start(number)
            balancer.say(f"set server houses/{name} state ready")
            until(lambda: both_are_up(balancer))
    assert crowd.wrong_pages == [] and crowd.statuses.keys() == {303}


def test_where_no_house_has_its_database_kept_pages_and_forms_come_from_the_houses(pair, balancer, cable, server):
    story = story_of(balancer)
    for house in pair.houses:
        assert Visitor().get(house, story).status == 200
    server.stop()
    until(lambda: set(balancer.states().values()) == {"DOWN"})
    page = Visitor().get(balancer, story)
    assert page.status == 200 and "ttl=-1" in page.headers["Cache-Status"]
    refused = Visitor().comment(balancer, story, "Kept while the database is away.")
    assert refused.status == 503 and kept_text(refused.text) == "Kept while the database is away."
    server.start()
    until(lambda: both_are_up(balancer))
    assert Visitor().comment(balancer, story, "Kept while the database is away.").status == 303


def test_who_listens_learns_of_a_comment_at_either_house(pair, balancer):
    assert_who_listens_hears_of_both(balancer, pair.houses)


def test_a_visitor_does_not_choose_the_source_that_limits_count(pair, balancer, server):
    story = story_of(balancer)
    for source in ("198.51.100.7", "203.0.113.9"):
        assert Visitor(source).comment(balancer, story, f"From {source}.").status == 303
    assert server.ask("SELECT COUNT(DISTINCT source) FROM comments WHERE text LIKE 'From %'") == [["1"]]
