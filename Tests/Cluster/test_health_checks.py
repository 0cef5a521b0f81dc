"""Two processes behind HAProxy with health checks: cut off, stopped, killed, drained, without a database."""

import threading

import pytest

import verdict
from cable import Cable
from pair import Crowd, Pair, answers, assert_listener_hears_of_both
from test_several_processes import story_of
from visitor import Visitor, kept_text, until
from haproxy import HAProxy


@pytest.fixture
def cable(server):
    """The connection between the first process and the database."""
    cable = Cable(server.port)
    yield cable
    cable.close()


@pytest.fixture
def pair(server, cable, edition, tmp_path):
    pair = Pair(edition, tmp_path, cable.address, server.address)
    yield pair
    pair.end()


@pytest.fixture
def balancer(pair, edition, tmp_path):
    balancer = HAProxy(tmp_path / "haproxy", [process.port for process in pair.processes], edition / "newspaper")
    until(lambda: answers(balancer) and both_are_up(balancer))
    yield balancer
    balancer.stop()


def both_are_up(balancer):
    return set(balancer.states().values()) == {"UP"}


@pytest.mark.parametrize("loss", ["cut", "silence"])
def test_a_process_cut_off_from_the_database_gets_no_requests(pair, balancer, cable, server, loss):
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
    # HAProxy retries a reader's request at the other process at once.
    if loss == "cut":
        assert before.wrong_pages == []
    cable.mend()
    until(lambda: both_are_up(balancer))
    for history in (before.history, after.history):
        assert verdict.faults_of_writes(history, server) == []


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_ending_a_process_fails_no_reader(pair, balancer, server, end):
    story = story_of(balancer)
    with Crowd(balancer, story, threading.Event()) as crowd:
        for number in range(4):
            crowd.history.wait_for(30)
            getattr(pair.processes[number % 2], end)()
            crowd.history.wait_for(30)
            pair.start(number % 2)
            until(lambda: both_are_up(balancer))
    print(end, crowd.statuses)
    assert crowd.wrong_pages == []
    # 502: a killed process may or may not have stored a comment, and HAProxy may already have sent a request
    # that a stopping process does not accept any more.
    assert crowd.statuses.keys() <= {303, 502}
    assert crowd.statuses.get(502, 0) <= 4 * 4
    assert verdict.faults_of_writes(crowd.history, server) == []


def test_a_drained_process_stops_without_losing_a_request(pair, balancer):
    story = story_of(balancer)
    with Crowd(balancer, story, threading.Event()) as crowd:
        for number, name in enumerate(("one", "other")):
            crowd.history.wait_for(30)
            balancer.say(f"set server broadsheet/{name} state drain")
            until(lambda: balancer.sessions(name) == 0)
            pair.processes[number].stop()
            crowd.history.wait_for(30)
            pair.start(number)
            balancer.say(f"set server broadsheet/{name} state ready")
            until(lambda: both_are_up(balancer))
    assert crowd.wrong_pages == [] and crowd.statuses.keys() == {303}


def test_without_a_database_readers_get_cached_pages_and_writers_get_their_text_back(pair, balancer, cable, server):
    story = story_of(balancer)
    for process in pair.processes:
        assert Visitor().get(process, story).status == 200
    server.stop()
    until(lambda: set(balancer.states().values()) == {"DOWN"})
    page = Visitor().get(balancer, story)
    assert page.status == 200 and "ttl=-1" in page.headers["Cache-Status"]
    refused = Visitor().comment(balancer, story, "Kept while the database is away.")
    assert refused.status == 503 and kept_text(refused.text) == "Kept while the database is away."
    server.start()
    until(lambda: both_are_up(balancer))
    assert Visitor().comment(balancer, story, "Kept while the database is away.").status == 303


def test_a_listener_behind_haproxy_hears_of_comments_at_either_process(pair, balancer):
    assert_listener_hears_of_both(balancer, pair.processes)


def test_a_visitor_cannot_forge_the_source_that_limits_apply_to(pair, balancer, server):
    story = story_of(balancer)
    for source in ("198.51.100.7", "203.0.113.9"):
        assert Visitor(source).comment(balancer, story, f"From {source}.").status == 303
    assert server.ask("SELECT COUNT(DISTINCT source) FROM comments WHERE text LIKE 'From %'") == [["1"]]
