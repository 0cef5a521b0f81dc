"""Tests of the checkers themselves: they report faults and accept correct results."""

import pytest

import history
import verdict
from history import OK, REFUSED, STALE, TEXT_CHANGED, UNKNOWN, History
from sessions import Page, Session

FIRST, SECOND = "Writer 1, number 1. Edit 1.", "Writer 1, number 1. Edit 2."
WRITTEN = "Writer 1, number 1."


class Database:
    """Returns prepared rows for every query on a table."""

    def __init__(self, **rows):
        self._rows = rows

    def ask(self, sql):
        return next((rows for kind, rows in self._rows.items() if f"FROM {kind}" in sql), [])


class Reply:
    def __init__(self, status, text=""):
        self.status, self.text = status, text


REPLIES = {OK: Reply(303), REFUSED: Reply(409), STALE: Reply(409, f"The commenter {TEXT_CHANGED}."), UNKNOWN: None}


class Process:
    address = "http://127.0.0.1:1"


def recorded(*calls):
    """A history of the given calls, each a tuple of what, key, text and outcome."""
    record = History()
    for what, key, text, outcome in calls:
        record.write(what, key, text, lambda outcome=outcome: (Process, REPLIES[outcome]))
    return record


@pytest.mark.parametrize("outcomes, times, is_right", [
    ([OK], 1, True), ([OK], 0, False), ([OK], 2, False),
    ([REFUSED], 0, True), ([REFUSED], 1, False),
    ([UNKNOWN], 0, True), ([UNKNOWN], 1, True), ([UNKNOWN], 2, False),
    ([UNKNOWN, OK], 1, True), ([UNKNOWN, OK], 2, False), ([UNKNOWN, OK], 0, False), ([REFUSED, UNKNOWN], 1, True),
])
def test_lost_duplicate_and_refused_comments_are_found(outcomes, times, is_right):
    record = recorded(*(("comment", WRITTEN, WRITTEN, outcome) for outcome in outcomes))
    assert (verdict.faults_of_writes(record, Database(**{"comments c": [[WRITTEN]] * times})) == []) == is_right


@pytest.mark.parametrize("outcomes, had, is_right", [
    ([OK, OK], [FIRST, SECOND], True), ([OK, OK], [SECOND, FIRST], False), ([OK, OK], [SECOND], False),
    ([OK, OK], [FIRST, SECOND, SECOND], False), ([UNKNOWN, OK], [SECOND], True), ([UNKNOWN, OK], [FIRST, SECOND], True),
    ([REFUSED, OK], [FIRST, SECOND], False), ([OK, REFUSED], [FIRST], True),
])
def test_lost_duplicate_and_reordered_edits_are_found(outcomes, had, is_right):
    record = recorded(*(("edit", WRITTEN, text, outcome) for text, outcome in zip((FIRST, SECOND), outcomes)))
    rows = [[WRITTEN, text] for text in [WRITTEN, *had]]
    assert (verdict.faults_of_edits(record, Database(**{"(": rows})) == []) == is_right


@pytest.mark.parametrize("outcomes, stands, is_right", [
    ([OK, REFUSED], [0], True), ([OK, OK], [0], False), ([OK, OK], [0, 1], False), ([OK, REFUSED], [1], False),
    ([OK, REFUSED], [], False), ([STALE, OK], [1], True), ([STALE], [], True), ([STALE], [0], False),
    ([UNKNOWN, REFUSED], [0], True), ([UNKNOWN, REFUSED], [], False),
    ([UNKNOWN, UNKNOWN], [], True), ([UNKNOWN, UNKNOWN], [0, 1], False),
])
def test_lost_and_contradictory_rulings_are_found(outcomes, stands, is_right):
    record = recorded(*(("ruling", "7", f"Sentence {place}", outcome) for place, outcome in enumerate(outcomes)))
    rows = [["7", f"Sentence {place}"] for place in stands]
    assert (verdict.faults_of_rulings(record, Database(rulings=rows)) == []) == is_right


def page(second, numbers, change=0, is_old=False, has_more=False):
    return Page(second, second + 0.1, Process.address, 200, is_old, change, has_more, {1: set(numbers)})


@pytest.mark.parametrize("pages, steps", [
    ([page(1, {1}), page(2, {1, 2})], 0),
    ([page(1, {1, 2}), page(2, {1})], 1),
    ([page(1, {1, 2}), page(2, {1}, is_old=True), page(3, {1, 2})], 0),
    ([page(1, {1, 2}), page(2, {2, 3}, has_more=True)], 0),
    ([page(1, {1, 2, 3}), page(2, {1, 3}, has_more=True)], 1),
    ([page(1, {1, 2}), page(2, {1}, has_more=True)], 1),
    ([page(1, {1}, change=5), page(2, {1}, change=4)], 1),
])
def test_a_page_older_than_an_earlier_one_is_found(pages, steps):
    session = Session(None, "", None, None)
    session.pages = pages
    assert len(session.steps_back()) == steps


def test_a_page_without_the_readers_own_comment_is_found():
    session = Session(None, "", None, None)
    session.own = [(0.5, 1, 2)]
    session.pages = [page(0.4, {1}), page(1, {1})]
    assert len(session.steps_back()) == 1


@pytest.mark.parametrize("reply, outcome", [
    (Reply(303), OK), (Reply(409), REFUSED),
    (Reply(409, "The commenter edited this comment after you opened it. …"), STALE),
    (Reply(503, "…, so nothing was changed."), REFUSED), (Reply(503), UNKNOWN), (Reply(502), UNKNOWN),
    (Reply(500), UNKNOWN), (None, UNKNOWN),
])
def test_a_response_determines_the_outcome_of_a_write(reply, outcome):
    assert history.outcome_of(reply) == outcome
