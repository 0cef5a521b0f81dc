"""Pages are read from a replica that is recent enough, and otherwise from the primary."""

import subprocess
import threading

import pytest

from test_outages import ready
from test_several_processes import story_of
from visitor import Visitor, until

UNCACHED = {"BROADSHEET_PAGES_MEGABYTES": "0"}


@pytest.fixture
def start_with_replica(start_process, replica):
    """Starts a process that reads from the replica."""

    def start(settings=None):
        return start_process({"BROADSHEET_DATABASE_READ": replica.address} | (settings or {}))

    return start


def test_a_replica_serves_reads_unless_it_is_behind(start_with_replica, replica):
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    until(lambda: replica.is_read(process, story))
    replica.pause()
    assert Visitor().comment(process, story, "Not on the replica.").status == 303
    for _ in range(10):
        assert not replica.is_read(process, story)
        assert "Not on the replica." in Visitor().get(process, story).text
    replica.resume()
    until(lambda: replica.is_read(process, story))
    assert "Not on the replica." in Visitor().get(process, story).text


def test_no_page_lacks_a_comment_while_a_replica_is_behind(start_with_replica, replica):
    one, other, cached = start_with_replica(UNCACHED), start_with_replica(UNCACHED), start_with_replica()
    processes, story = [one, other, cached], story_of(one)
    for process in (one, other):
        until(lambda: replica.is_read(process, story))
    replica.pause()
    shown = []
    for number in range(10):
        text, writer = f"Number {number} of ten.", Visitor(f"198.51.100.{number}")
        link = writer.comment(one, story, text)
        assert link.status == 303
        for process in processes:
            assert text in writer.get(process, story).text, "the commenter sees the comment at once"
            permalink = Visitor().get(process, link.headers["Location"]).text
            assert text in permalink, "the permalink works at once"
        assert text in Visitor().get(one, story).text, "its own process shows the comment to everyone at once"
        shown.append(text)
        for process in processes:
            until(lambda: text in Visitor().get(process, story).text)
        assert missing(processes, story, shown) == []
    replica.resume()
    until(lambda: replica.is_read(other, story))
    assert missing(processes, story, shown) == []


def missing(processes, story, texts):
    """The texts that a process does not show, once for each such process."""
    return [text for process in processes for text in texts if text not in Visitor().get(process, story).text]


def test_a_writer_reads_only_from_a_replica_that_has_their_comment(start_with_replica, replica):
    one, other = start_with_replica(UNCACHED), start_with_replica(UNCACHED)
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


def test_a_writer_sees_their_held_comment_while_a_replica_is_behind(start_with_replica, replica):
    settings = UNCACHED | {"BROADSHEET_COMMENTS_HOLD_UNKNOWN_NAMES": "true"}
    one, other = start_with_replica(settings), start_with_replica(settings)
    story, writer = story_of(one), Visitor()
    until(lambda: replica.is_read(other, story))
    replica.pause()
    assert writer.comment(one, story, "Held for the desk.", name="Nobody knows").status == 303
    assert "Held for the desk." in writer.get(other, story).text
    assert "Held for the desk." not in Visitor().get(other, story).text
    replica.resume()


def test_a_replica_that_is_down_is_skipped_and_used_again_once_it_is_back(start_with_replica, replica):
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    until(lambda: replica.is_read(process, story))
    replica.kill()
    for number in range(20):
        assert Visitor(f"198.51.100.{number}").comment(process, story, f"Without it, {number}.").status == 303
        assert f"Without it, {number}." in Visitor().get(process, story).text
    assert ready(process)
    replica.start()
    until(lambda: replica.is_read(process, story))
    assert "Without it, 19." in Visitor().get(process, story).text


def test_a_replica_serves_uncached_pages_while_the_primary_is_down(start_with_replica, server, replica):
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    writer = Visitor()
    assert writer.comment(process, story, "The last one before.").status == 303
    until(lambda: replica.is_read(process, story))
    server.stop()
    until(lambda: Visitor().get(process, story).headers["Cache-Status"])
    for visitor in (Visitor(), writer):
        page = visitor.get(process, story)
        assert page.status == 200
        assert "The last one before." in page.text
        assert "ttl=-1" in page.headers["Cache-Status"]
    assert Visitor().comment(process, story, "Nobody can take it.").status == 503
    assert not ready(process)
    server.start()
    until(lambda: ready(process))
    assert Visitor().comment(process, story, "The first one after.").status == 303
    until(lambda: Visitor().get(process, story).headers["Cache-Status"] is None)
    until(lambda: replica.is_read(process, story))


def test_a_replica_that_is_behind_serves_pages_while_the_primary_is_down(start_with_replica, server, replica):
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    until(lambda: replica.is_read(process, story))
    replica.pause()
    assert Visitor().comment(process, story, "Not on the replica.").status == 303
    server.kill()
    for path in (story, "/", "/feed.xml"):
        until(lambda: Visitor().get(process, path).status == 200)
        assert Visitor().get(process, path).headers["Cache-Status"]
    replica.resume()
    server.start()
    until(lambda: ready(process))
    until(lambda: "Not on the replica." in Visitor().get(process, story).text)


def test_a_replica_that_is_behind_does_not_report_a_comment_as_missing(start_with_replica, server, replica):
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    until(lambda: replica.is_read(process, story))
    replica.pause()
    comment = Visitor().comment(process, story, "Only on the primary.").headers["Location"]
    server.stop()
    until(lambda: Visitor().get(process, story).headers["Cache-Status"])
    assert Visitor().get(process, comment).status == 503
    server.start()
    replica.resume()
    until(lambda: "Only on the primary." in Visitor().get(process, comment).text)


def test_a_copy_of_the_database_is_not_accepted_as_a_replica(start_process, server):
    server.ask("CREATE DATABASE copy TEMPLATE template0")
    copy = f"{server.address.rpartition('/')[0]}/copy"
    # As if the database had been served with replicas before it was copied.
    marking = "INSERT INTO public.commits (writer, number) VALUES ('timeline', 1)"
    subprocess.run(f"(pg_dump '{server.address}'; echo \"{marking}\") | psql --quiet '{copy}'", shell=True, check=True,
                   stdout=subprocess.DEVNULL)
    process = start_process(UNCACHED | {"BROADSHEET_DATABASE_READ": copy})
    story = story_of(process)
    for number in range(5):
        assert Visitor().comment(process, story, f"Not in the copy, {number}.").status == 303
        assert f"Not in the copy, {number}." in Visitor().get(process, story).text
    until(lambda: "it is not a replica of this database" in process.log())


def test_a_read_that_the_replica_cancels_is_repeated_on_the_primary(start_with_replica, server, replica):
    replica.ask("ALTER SYSTEM SET max_standby_streaming_delay = 0")
    replica.ask("SELECT pg_reload_conf()")
    process = start_with_replica(UNCACHED)
    story = story_of(process)
    until(lambda: replica.is_read(process, story))
    statuses, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            statuses.add(Visitor().get(process, story).status)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()

    def is_canceled():
        # The replica cancels reads that conflict with a lock in the log.
        server.ask("BEGIN; LOCK TABLE stories, comments IN ACCESS EXCLUSIVE MODE; COMMIT")
        return replica.ask("SELECT SUM(confl_lock) > 2 FROM pg_stat_database_conflicts") == [["t"]]

    until(is_canceled, seconds=60)
    stop.set()
    for reader in readers:
        reader.join()
    assert statuses == {200}
