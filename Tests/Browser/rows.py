"""Puts rows into the database of a server with SQL, as a failing, newer or remote part would leave them."""

import contextlib
import sqlite3


def insert(process, table, **values):
    """Adds a row and returns its number."""
    names = ", ".join(values)
    return run(process, f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", *values.values())


def run(process, statement, *values):
    """Runs one statement and returns the number of the row that it added last."""
    with contextlib.closing(sqlite3.connect(process.data / "broadsheet.sqlite", timeout=20)) as database, database:
        return database.execute(statement, values).lastrowid


def fill_discussion(process, story, count):
    """Adds comments that begin threads, older than all others."""
    for number in range(count):
        comment = 10_000 + number
        insert(process, "comments", id=comment, thread_id=comment, story_id=story, name="A reader", name_key="a reader",
               text=f"Number {number} of many.", state="published", is_listed=1, story_version=1,
               created_at=1_700_000_000_000 + number, source="many")
