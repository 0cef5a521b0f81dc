"""Accounts of readers, made with SQL: signing up by mail has tests of its own."""

import hashlib
import itertools
import time

import rows

DAY = 86_400_000
_numbers = itertools.count(1)


def sign_up(process, page, name):
    """Signs a new reader in on this page's browser and returns the number of the account."""
    token, now = f"token of {name} {next(_numbers)}", int(time.time() * 1000)
    key = f"{name.lower().replace(' ', '')}{next(_numbers)}"
    person = rows.insert(
        process, "people", email=f"{key}@example.org", name=name, name_key=key, role="reader", password_hash="",
        created_at=now - 400 * DAY)
    rows.insert(
        process, "open_sessions", token_hash=hashlib.sha256(token.encode()).hexdigest(), person_id=person,
        created_at=now, expires_at=now + DAY, used_at=now, agent="Firefox on Linux")
    page.context.add_cookies([{"name": "session", "value": token, "url": process.address}])
    return person


def write(reader, text):
    """Posts a comment under the name of the account."""
    reader.page.get_by_role("textbox", name="Comment", exact=True).fill(text)
    return reader.press(reader.page.get_by_role("button", name="Post comment"))
