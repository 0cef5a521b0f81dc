"""People are told at one process about what happens at another, and get one mail although several could send it."""

import hashlib
import re
import urllib.request
from itertools import takewhile

import pytest

from relay import Relay
from test_several_processes import story_of
from visitor import Visitor, until

ADDRESS = "wanda@example.org"
REPLIES = 6
# The first mail waits for 20 seconds.
PATIENCE = 120


@pytest.fixture
def relay():
    relay = Relay()
    yield relay
    relay.stop()


def sign_up(server, name):
    """A reader with an account, whose browser is signed in at every process."""
    visitor, token = Visitor("192.0.2.1"), f"token of {name}"
    visitor.cookies["session"] = token
    server.ask(f"""
        WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT AS now), person AS (
            INSERT INTO people (email, name, name_key, role, password_hash, created_at)
            SELECT '{ADDRESS}', '{name}', '{name.lower()}', 'reader', '', now FROM clock RETURNING id)
        INSERT INTO open_sessions (token_hash, person_id, created_at, expires_at, used_at, agent)
        SELECT '{hashlib.sha256(token.encode()).hexdigest()}', id, now, now + 86400000, now, 'Firefox on Linux'
        FROM person, clock""")
    return visitor


def listen(visitor, process, story):
    """The live events of a story for a signed-in reader."""
    page = visitor.get(process, story).text
    place = re.search(r"/stories/[^\"]*/live\?after=\d+", page)[0]
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    request = urllib.request.Request(process.address + place, headers={"Cookie": cookie})
    return urllib.request.urlopen(request, timeout=30)


def unread(events):
    """Reads up to the next event about unread notifications, and returns their number."""
    next(line for line in events if line == b"event: unread\n")
    return int(re.fullmatch(rb'data: \{"unread":(\d+),"shown":"\d+\+?"\}\n', next(events))[1])


def post(visitor, process, story, text, name="", parent=None):
    """Posts a comment and returns its number."""
    posted = visitor.comment(process, story, text, name, parent)
    assert posted.status == 303
    return re.search(r"comments?[/-](\d+)", posted.headers["Location"])[1]


def test_replies_at_another_process_are_told_at_once_and_with_one_mail(start_process, server, relay):
    settings = {"BROADSHEET_MAIL_URL": relay.url(), "BROADSHEET_MAIL_FROM": "news@example.org"}
    one, other = start_process(settings), start_process(settings)
    story = story_of(one)
    wanda = sign_up(server, "Wanda")
    comment = post(wanda, one, story, "The pier was closed.")
    with listen(wanda, one, story) as events, listen(Visitor(), one, story) as events_of_guest:
        assert unread(events) == 0
        for number in range(1, REPLIES + 1):
            guest, process = Visitor(f"198.51.100.{number}"), one if number == REPLIES else other
            reply = post(guest, process, story, f"Reply {number} of many.", f"Guest {number}", comment)
            while (told := unread(events)) < number:
                pass
            assert told == number
        heard = takewhile(lambda line: f'"comment":{reply}' not in line.decode(), events_of_guest)
        assert b"event: unread\n" not in heard
    assert f"{REPLIES} unread" in wanda.get(other, story).text

    until(lambda: relay.taken, PATIENCE)
    until(lambda: not server.ask("SELECT 1 FROM jobs WHERE kind IN ('mail notifications', 'send mail')"), PATIENCE)
    assert [taken.recipient for taken in relay.taken] == [ADDRESS] and not server.ask("SELECT 1 FROM mails")
    message = relay.taken[0].message
    assert message["Subject"] == f"{REPLIES} replies to your comments at The Broadsheet"
    text = message.get_body(("plain",)).get_content()
    assert re.findall(r"^> Reply (\d) of many\.", text, re.M) == [str(number) for number in range(1, REPLIES + 1)]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    stop = re.fullmatch(r"<https?://[^/]+(/stop-mails/.*)>", message["List-Unsubscribe"])[1]
    assert Visitor().post(other, stop, {"List-Unsubscribe": "One-Click"}).status == 200
    choice = re.search(r'<select id="reply".*?</select>', wanda.get(one, "/account/notifications").text, re.S)[0]
    assert '<option value="site" selected>' in choice
