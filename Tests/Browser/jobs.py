"""Puts jobs into the queue of a server with SQL, as a failing or newer process would leave them."""

import time

import rows

HOUR = 3_600_000
# A kind that this release does not know, so the server leaves its jobs alone.
UNKNOWN = "brew coffee"
ERROR = "The database refused a statement: no such table: <b>admissions</b>\r\n\x1b[31mline two\x07 \u202e" + 90 * "long"


def enqueue(process, subject, state="waiting", kind=UNKNOWN):
    """Adds a job in this state and returns its number. It is due in an hour."""
    now = int(time.time() * 1000)
    failed = state == "failed"
    return rows.insert(
        process, "jobs", kind=kind, subject=subject, key=f"{kind} {subject}", enqueued_at=now, due_at=now + HOUR,
        given_up_at=now + 2 * HOUR, is_claimed=int(state == "running"), attempts=14 if failed else 0,
        failure=ERROR if failed else None, failed_at=now if failed else None)
