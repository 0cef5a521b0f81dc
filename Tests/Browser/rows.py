"""Puts rows into the database of a server with SQL, as a failing, newer or remote part would leave them."""

import contextlib
import hashlib
import sqlite3
import time


def insert(process, table, **values):
    """Adds a row and returns its number."""
    names = ", ".join(values)
    return run(process, f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", *values.values())


def run(process, statement, *values):
    """Runs one statement and returns the number of the row that it added last."""
    with contextlib.closing(sqlite3.connect(process.data / "broadsheet.sqlite", timeout=20)) as database, database:
        return database.execute(statement, values).lastrowid


def sign_in_reader(process, context, email, name):
    """Gives a reader an account, and signs this browser in."""
    now = int(time.time() * 1000)
    token = hashlib.sha256(email.encode()).hexdigest()[:32]
    person = insert(process, "people", email=email, name=name, role="reader", password_hash="", created_at=now,
                    name_key=f"key of {email}")
    insert(process, "open_sessions", token_hash=hashlib.sha256(token.encode()).hexdigest(), person_id=person,
           created_at=now, expires_at=now + 3_600_000, agent="Chrome on Linux")
    context.add_cookies([{"name": "session", "value": token, "url": process.address}])


def fill_discussion(process, story, count):
    """Adds comments that begin threads, older than all others."""
    for number in range(count):
        comment = 10_000 + number
        insert(process, "comments", id=comment, thread_id=comment, story_id=story, name="A reader", name_key="a reader",
               text=f"Number {number} of many.", state="published", is_listed=1, story_version=1,
               created_at=1_700_000_000_000 + number, source="many")
