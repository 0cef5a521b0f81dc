"""Pages are read from a replica where it shows all that they must show, and from the primary where it does not."""

import subprocess
import threading

import pytest

from test_outages import ready
from test_several_houses import story_of
from visitor import Visitor, until

UNKEPT = {"BROADSHEET_PAGES_MEGABYTES": "0"}


@pytest.fixture
def open_house(newspaper, replica):
    """Opens a house that reads from the replica, once it does."""

    def open_one(settings=None):
        return newspaper({"BROADSHEET_DATABASE_READ": replica.address} | (settings or {}))

    return open_one


def test_a_replica_is_read_unless_it_is_behind(open_house, replica):
    house = open_house(UNKEPT)
    story = story_of(house)
    until(lambda: replica.is_read(house, story))
    replica.pause()
    assert Visitor().comment(house, story, "Not on the replica.").status == 303
    for _ in range(10):
        assert not replica.is_read(house, story)
        assert "Not on the replica." in Visitor().get(house, story).text
    replica.resume()
    until(lambda: replica.is_read(house, story))
    assert "Not on the replica." in Visitor().get(house, story).text


def test_nobody_misses_a_comment_while_a_replica_is_behind(open_house, replica):
    one, other, keeping = open_house(UNKEPT), open_house(UNKEPT), open_house()
    houses, story = [one, other, keeping], story_of(one)
    for house in (one, other):
        until(lambda: replica.is_read(house, story))
    replica.pause()
    shown = []
    for number in range(10):
        text, writer = f"Number {number} of ten.", Visitor(f"198.51.100.{number}")
        link = writer.comment(one, story, text)
        assert link.status == 303
        for house in houses:
            assert text in writer.get(house, story).text, "its writer, at once"
            assert text in Visitor().get(house, link.headers["Location"]).text, "whoever follows a link, at once"
        assert text in Visitor().get(one, story).text, "anyone, where it was written"
        shown.append(text)
        for house in houses:
            until(lambda: text in Visitor().get(house, story).text)
        assert [each for house in houses for each in shown if each not in Visitor().get(house, story).text] == []
    replica.resume()
    until(lambda: replica.is_read(other, story))
    assert [each for house in houses for each in shown if each not in Visitor().get(house, story).text] == []


def test_who_has_written_reads_from_a_replica_that_has_it_and_from_no_other(open_house, replica):
    one, other = open_house(UNKEPT), open_house(UNKEPT)
    story, writer = story_of(one), Visitor()
    assert writer.comment(one, story, "On the replica.").status == 303
    until(lambda: replica.is_read(other, story, writer))
    replica.pause()
    assert writer.comment(one, story, "Not on the replica.").status == 303
    for _ in range(10):
        assert not replica.is_read(other, story, writer)
        assert "Not on the replica." in writer.get(other, story).text
    replica.resume()
    until(lambda: replica.is_read(other, story, writer))
    assert "Not on the replica." in writer.get(other, story).text


def test_who_waits_for_the_desk_sees_it_while_a_replica_is_behind(open_house, replica):
    settings = UNKEPT | {"BROADSHEET_COMMENTS_HOLD_UNKNOWN_NAMES": "true"}
    one, other = open_house(settings), open_house(settings)
    story, writer = story_of(one), Visitor()
    until(lambda: replica.is_read(other, story))
    replica.pause()
    assert writer.comment(one, story, "Held for the desk.", name="Nobody knows").status == 303
    assert "Held for the desk." in writer.get(other, story).text
    assert "Held for the desk." not in Visitor().get(other, story).text
    replica.resume()


def test_a_replica_that_is_away_is_left_out_and_read_again_when_it_is_back(open_house, replica):
    house = open_house(UNKEPT)
    story = story_of(house)
    until(lambda: replica.is_read(house, story))
    replica.kill()
    for number in range(20):
        assert Visitor(f"198.51.100.{number}").comment(house, story, f"Without it, {number}.").status == 303
        assert f"Without it, {number}." in Visitor().get(house, story).text
    assert ready(house)
    replica.start()
    until(lambda: replica.is_read(house, story))
    assert "Without it, 19." in Visitor().get(house, story).text


def test_while_the_primary_is_away_a_replica_shows_what_is_not_kept(open_house, server, replica):
    house = open_house(UNKEPT)
    story = story_of(house)
    writer = Visitor()
    assert writer.comment(house, story, "The last one before.").status == 303
    until(lambda: replica.is_read(house, story))
    server.stop()
    until(lambda: Visitor().get(house, story).headers["Cache-Status"])
    for visitor in (Visitor(), writer):
        page = visitor.get(house, story)
        assert page.status == 200
        assert "The last one before." in page.text
        assert "ttl=-1" in page.headers["Cache-Status"]
    assert Visitor().comment(house, story, "Nobody can take it.").status == 503
    assert not ready(house)
    server.start()
    until(lambda: ready(house))
    assert Visitor().comment(house, story, "The first one after.").status == 303
    until(lambda: Visitor().get(house, story).headers["Cache-Status"] is None)
    until(lambda: replica.is_read(house, story))


def test_a_replica_that_lacks_the_last_commits_shows_what_it_has_while_the_primary_is_away(open_house, server, replica):
    house = open_house(UNKEPT)
    story = story_of(house)
    until(lambda: replica.is_read(house, story))
    replica.pause()
    assert Visitor().comment(house, story, "Not on the replica.").status == 303
    server.kill()
    for path in (story, "/", "/feed.xml"):
        until(lambda: Visitor().get(house, path).status == 200)
        assert Visitor().get(house, path).headers["Cache-Status"]
    replica.resume()
    server.start()
    until(lambda: ready(house))
    until(lambda: "Not on the replica." in Visitor().get(house, story).text)


def test_another_database_than_the_primary_s_is_not_read_from(newspaper, server):
    server.ask("CREATE DATABASE copy TEMPLATE template0")
    copy = f"{server.address.rpartition('/')[0]}/copy"
    # As if it had been served with replicas before it was copied.
    marking = "INSERT INTO public.commits (writer, number) VALUES ('timeline', 1)"
    subprocess.run(f"(pg_dump '{server.address}'; echo \"{marking}\") | psql --quiet '{copy}'", shell=True, check=True,
                   stdout=subprocess.DEVNULL)
    house = newspaper(UNKEPT | {"BROADSHEET_DATABASE_READ": copy})
    story = story_of(house)
    for number in range(5):
        assert Visitor().comment(house, story, f"Not in the copy, {number}.").status == 303
        assert f"Not in the copy, {number}." in Visitor().get(house, story).text
    until(lambda: "it is no replica of the database" in house.log())


def test_a_read_that_the_replica_cancels_is_carried_out_by_the_primary(open_house, server, replica):
    replica.ask("ALTER SYSTEM SET max_standby_streaming_delay = 0")
    replica.ask("SELECT pg_reload_conf()")
    house = open_house(UNKEPT)
    story = story_of(house)
    until(lambda: replica.is_read(house, story))
    statuses, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            statuses.add(Visitor().get(house, story).status)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()

    def is_cancelled():
        # What the log locks, a read that is in its way must leave.
        server.ask("BEGIN; LOCK TABLE stories, comments IN ACCESS EXCLUSIVE MODE; COMMIT")
        return replica.ask("SELECT SUM(confl_lock) > 2 FROM pg_stat_database_conflicts") == [["t"]]

    until(is_cancelled, seconds=60)
    stop.set()
    for reader in readers:
        reader.join()
    assert statuses == {200}
