"""Processes are killed and the database fails under load.

Every response must agree with the database and with all later pages.
"""

import functools
import html
import os
import random
import re
import threading

import pytest

import broadsheet
import verdict
from clients import Moderator, Reader, SharedComments, Writer
from fleet import Fleet
from history import OK, History
from people import PASSWORD
from test_outages import ready
from test_several_processes import story_of
from visitor import Visitor, until

WRITERS, READERS, PROCESSES = 6, 2, 3
# Seconds. Without a notification, a process polls the database every two seconds.
LONGEST_STEP_BACK = 5
SEED = os.environ.get("BROADSHEET_SEED", "a bad day")


class FaultInjection:
    """Injects faults into processes, database and replica, in an order that BROADSHEET_SEED determines."""

    def __init__(self, fleet, server, history, replica=None):
        self.random = random.Random(SEED)
        self.fleet, self.server, self.history, self.replica = fleet, server, history, replica

    def run(self):
        steps = [self.cut] * 5 + [self.kill_process] * 3 + [self.stop_database, self.kill_database, self.kill_both]
        if self.replica:
            steps += [self.hold_replica] * 3 + [self.kill_replica, self.cut_replica]
        self.random.shuffle(steps)
        for step in steps:
            self.history.wait_for(25)
            step()
        self.history.wait_for(25)

    def cut(self):
        self.server.cut()

    def kill_process(self):
        number = self.random.randrange(PROCESSES)
        self.fleet.kill(number)
        self.history.wait_for(5)
        self.fleet.start(number)

    def stop_database(self):
        self._away(lambda: self.server.stop("fast"))

    def kill_database(self):
        self._away(self.server.kill)

    def kill_both(self):
        number = self.random.randrange(PROCESSES)
        self._away(lambda: (self.server.kill(), self.fleet.kill(number)))
        self.fleet.start(number)

    def hold_replica(self):
        self.replica.pause()
        self.history.wait_for(25)
        self.replica.resume()

    def kill_replica(self):
        self.replica.kill()
        self.history.wait_for(25)
        self.replica.start()

    def cut_replica(self):
        self.replica.cut()

    def _away(self, go):
        self.fleet.database_is_up.clear()
        go()
        until(lambda: not any(ready(process) for process in self.fleet.running))
        self.server.start()
        self.fleet.database_is_up.set()


@pytest.fixture
def staff(server):
    def hire(process, email):
        broadsheet.command("staff", "add", "--data", str(process.data), "--database", server.address, "--email", email,
                       "--role", "moderator", typed=PASSWORD + "\n")
        return email

    return hire


@pytest.mark.parametrize("with_replica", [False, True], ids=["alone", "with a replica"])
def test_responses_database_and_pages_agree_after_faults(
        start_process, server, staff, request, with_replica):
    replica = request.getfixturevalue("replica") if with_replica else None
    settings = {"BROADSHEET_DATABASE_READ": replica.address} if replica else {}
    fleet = Fleet(functools.partial(start_process, settings), PROCESSES)
    history, shared, stop = History(), SharedComments(), threading.Event()
    story = story_of(fleet.processes[0])
    emails = [staff(fleet.processes[0], f"m{number}@broadsheet.example") for number in range(2)]
    moderators = [Moderator(number, fleet, history, email, PASSWORD, stop) for number, email in enumerate(emails)]
    writers = [Writer(number, fleet, history, story, shared, stop) for number in range(WRITERS)]
    readers = [Reader(number, fleet, story, stop) for number in range(READERS)]
    for client in [*moderators, *writers, *readers]:
        client.start()
    FaultInjection(fleet, server, history, replica).run()
    stop.set()
    for client in [*moderators, *writers, *readers]:
        client.join()
    for process in fleet.processes:
        until(lambda: ready(process))
    print(history.summary())
    check_record(history, server)
    check_sessions(writers, readers)
    check_pages(fleet, story, server)
    for _ in range(2):
        sound = broadsheet.command("check", "--data", str(fleet.processes[0].data), "--database", server.address)
        assert sound.startswith("sound")


def check_record(history, server):
    assert verdict.unforeseen(history) == []
    assert verdict.faults_of_writes(history, server) == []
    assert verdict.faults_of_edits(history, server) == []
    assert verdict.faults_of_rulings(history, server) == []
    assert verdict.faults_of_counts(server) == []
    assert {call.what for call in history.calls if call.outcome == OK} == {"comment", "edit", "report", "ruling"}


def check_sessions(writers, readers):
    """Commenters never see an older page.

    Readers may, for a moment, if their next request goes to a process that learns of a change later.
    """
    for session in [client.session for client in [*writers, *readers]]:
        assert {page.status for page in session.pages} == {200}
    assert [missed for writer in writers for missed in writer.missed] == []
    assert [step for writer in writers for step in writer.session.steps_back()] == []
    steps = [step for reader in readers for step in reader.session.steps_back()]
    pages = [page for client in [*writers, *readers] for page in client.session.pages]
    print(f"{len(pages)} pages, {sum(page.is_old for page in pages)} of them marked as old; "
          f"{len({step.asked for step in steps})} older pages for readers, at most "
          f"{max((step.after for step in steps), default=0) * 1000:.0f} ms behind")
    assert [step for step in steps if step.after > LONGEST_STEP_BACK] == []


def check_pages(fleet, story, server):
    """Every process shows each published comment once and states the right count."""
    published = sorted(identifier for identifier, in server.ask(
        f"SELECT id FROM comments WHERE state = 'published' AND story_id = {story.split('/')[2]}"))
    for process in fleet.processes:
        pages = whole_story(process, story)
        shown = [
            found for page in pages for found in re.findall(r'<article class="comment[^>]* id="comment-(\d+)"', page)]
        assert sorted(shown) == published
        assert all(f"Comments ({len(published)})" in page for page in pages)


def whole_story(process, story):
    """All pages of the story's discussion."""
    pages, address = [], f"{story}?order=newest"
    while address:
        pages.append(Visitor().get(process, address).text)
        further = re.search(r'<p class="next-page"><a href="([^"#]+)', pages[-1])
        address = html.unescape(further[1]) if further else None
    return pages
