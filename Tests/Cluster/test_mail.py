"""Mails reach the relay, or reach it later, although it refuses, waits or breaks, and although processes end."""

import json
import subprocess

import pytest

import broadsheet
from relay import PASSWORD, USER, Relay, read
from visitor import Visitor, until

SUBJECT = "Grüße 🗞️" + " und noch ein Wort" * 5
LOGIN = "me%40relay:p%3Aw%2F%25@"


@pytest.fixture
def start_relay(tmp_path):
    opened = []

    def start(**options):
        opened.append(Relay(**options))
        return opened[-1]

    yield start
    for relay in opened:
        relay.stop()


@pytest.fixture
def relay(start_relay):
    return start_relay()


def settings(relay, login=""):
    return {"BROADSHEET_MAIL_URL": relay.url(login=login), "BROADSHEET_MAIL_FROM": "Die Häfen <news@example.org>",
            "BROADSHEET_PUBLIC_URL": "https://bücher.example"}


class Mails:
    """Stores mails with their jobs, as the program does."""

    def __init__(self, server):
        self._server = server

    def send(self, *addresses, **content):
        content = {"subject": SUBJECT, "parts": [
            {"paragraph": {"_0": "Ein Satz."}}, {"quotation": {"_0": ".\nFrom here\n" + "lang " * 50}}],
            "action": {"label": "Lesen", "path": {"text": "/stories/1"}},
            "unsubscribe": {"text": "/unsubscribe/3f2a"}} | content
        for address in addresses:
            address = address.replace("'", "''")
            self._server.ask(f"""
                WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT AS now), mail AS (
                    INSERT INTO mails (recipient, kind, language, content, identifier, created_at)
                    SELECT '{address}', 'notification', 'de', '{json.dumps(content)}', md5(random()::TEXT), now FROM clock
                    RETURNING id)
                INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at)
                SELECT 'send mail', id, 'send mail ' || id, now, now, now + 100000000 FROM mail, clock""")

    @property
    def jobs(self):
        return self._server.ask("SELECT is_claimed, attempts, failure, failed_at FROM jobs WHERE kind = 'send mail'")

    @property
    def stored(self):
        return self._server.ask("SELECT recipient FROM mails ORDER BY id")

    @property
    def refusals(self):
        return self._server.ask("SELECT address, code, reason FROM mail_refusals")

    def end_leases(self):
        """Pretends that the time for which an ended process had claimed its job is over."""
        self._server.ask("UPDATE jobs SET due_at = 0 WHERE kind = 'send mail' AND is_claimed = 1")


@pytest.fixture
def mails(server):
    return Mails(server)


def test_a_relay_with_tls_and_a_password_gets_every_mail_once(start_process, start_relay, tmp_path, mails):
    relay = start_relay(folder=tmp_path, needs_password=True)
    processes = [start_process(settings(relay, LOGIN)) for _ in range(2)]
    addresses = [f"reader+{number}@example.org" for number in range(20)] + [
        "o'reader@bücher.example", f"{'a' * 64}@{'b' * 61}.{'c' * 61}.{'d' * 58}.de", "дом@почта.example"]
    mails.send(*addresses)
    until(lambda: not mails.jobs)
    assert len(relay.taken) == len(addresses) and not mails.stored
    assert len({taken.identifier for taken in relay.taken}) == len(addresses)
    assert all(taken.is_encrypted and taken.is_authenticated for taken in relay.taken)
    recipients = {taken.recipient for taken in relay.taken}
    assert {"reader+1@example.org", "o'reader@xn--bcher-kva.example", "дом@xn--80a1acny.example"} <= recipients
    message = next(taken for taken in relay.taken if taken.recipient == "reader+1@example.org").message
    assert relay.taken[0].greeting == "xn--bcher-kva.example" and relay.taken[0].sender == "news@example.org"
    assert message["To"] == "reader+1@example.org" and message["From"] == "Die Häfen <news@example.org>"
    assert message["Subject"] == SUBJECT
    assert message["List-Unsubscribe"] == "<https://xn--bcher-kva.example/unsubscribe/3f2a>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = (
        message.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))
    assert "> .\n> From here\n> lang lang" in plain and plain.startswith("Ein Satz.\n\n> .\n")
    assert "\n-- \nThe Broadsheet\nSie erhalten diese Mail" in plain and "<html lang=\"de\" dir=\"ltr\">" in html
    for process in processes:
        assert PASSWORD not in process.log() and LOGIN not in process.log()


def test_a_refused_address_gets_no_more_mail(start_process, relay, mails):
    relay.answers["gone@example.org"] = ["550 5.1.1 <gone@example.org>: no such user"]
    process = start_process(settings(relay))
    mails.send("gone@example.org", "here@example.org")
    until(lambda: not mails.jobs)
    assert mails.refusals == [["gone@example.org", "550", "550 5.1.1 <…>: no such user"]]
    mails.send("Gone@example.org", "here@example.org")
    until(lambda: not mails.jobs)
    assert relay.asked.count("gone@example.org") == 1 and "Gone@example.org" not in relay.asked
    assert [taken.recipient for taken in relay.taken] == ["here@example.org"] * 2
    until(lambda: "mail refused" in process.log())
    assert "gone@example.org" not in process.log()


def test_a_relay_without_smtputf8_refuses_addresses_that_need_it(start_process, start_relay, mails):
    relay = start_relay(utf8=False)
    start_process(settings(relay))
    mails.send("дом@example.org", "reader@bücher.example")
    until(lambda: not mails.jobs)
    assert [taken.recipient for taken in relay.taken] == ["reader@xn--bcher-kva.example"]
    assert [refusal[:2] for refusal in mails.refusals] == [["дом@example.org", "0"]]
    assert "no SMTPUTF8" in mails.refusals[0][2]


def test_a_relay_that_asks_for_patience_gets_the_mail_later(start_process, relay, mails):
    relay.answers["grey@example.org"] = ["451 4.7.1 Greylisted", "451 4.7.1 Greylisted", "250 2.1.5 OK"]
    relay.answers["denied@example.org"] = ["554 5.7.1 Relay access denied"]
    start_process(settings(relay))
    mails.send("grey@example.org", "denied@example.org")
    until(lambda: relay.asked.count("grey@example.org") == 3)
    until(lambda: len(mails.stored) == 1)
    assert mails.stored == [["denied@example.org"]] and not mails.refusals
    until(lambda: "the relay says 554 5.7.1 Relay access denied" in mails.jobs[0][2])


def test_a_connection_that_breaks_inside_a_message_loses_nothing(start_process, relay, mails):
    relay.drops = 2
    start_process(settings(relay))
    mails.send("one@example.org", "two@example.org")
    until(lambda: not mails.jobs)
    assert sorted(taken.recipient for taken in relay.taken) == ["one@example.org", "two@example.org"]


def test_a_slow_relay_delays_only_mails(start_process, server, relay, mails):
    relay.gate.clear()
    process = start_process(settings(relay))
    mails.send("one@example.org", "two@example.org")
    assert relay.is_held.wait(20)
    server.ask("INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at)"
               " VALUES ('forget admissions', 'now', 'forget admissions now', 0, 0, 9000000000000)")
    until(lambda: not server.ask("SELECT 1 FROM jobs WHERE kind = 'forget admissions'"))
    assert Visitor().get(process, "/").status == 200
    assert len(relay.taken) == 1 and len(mails.jobs) == 2
    relay.gate.set()
    until(lambda: not mails.jobs)
    assert [taken.recipient for taken in relay.taken] == ["one@example.org", "two@example.org"]


def test_a_killed_process_repeats_at_most_the_mail_that_it_was_sending(start_process, relay, mails):
    relay.gate.clear()
    process = start_process(settings(relay))
    addresses = [f"reader{number}@example.org" for number in range(5)]
    mails.send(*addresses)
    # The relay has the whole message, but has not said so.
    assert relay.is_held.wait(20)
    process.kill()
    relay.gate.set()
    start_process(settings(relay), data=process.data)
    mails.end_leases()
    until(lambda: not mails.jobs)
    recipients = [taken.recipient for taken in relay.taken]
    assert sorted(set(recipients)) == addresses and len(recipients) == 6
    assert len({taken.identifier for taken in relay.taken}) == 5, "A repetition has the same Message-ID."


def test_a_process_that_is_told_to_stop_does_not_wait_for_a_silent_relay(start_process, relay, mails):
    relay.holds_recipients = True
    relay.gate.clear()
    process = start_process(settings(relay))
    mails.send("one@example.org")
    assert relay.is_held.wait(20)
    process.stop()
    assert [claimed for claimed, *_ in mails.jobs] == ["0"] and not relay.taken
    relay.gate.set()
    start_process(settings(relay), data=process.data)
    until(lambda: not mails.jobs)
    assert len(relay.taken) == 1


def test_without_a_relay_mails_become_files_until_the_settings_name_one(start_process, relay, mails):
    process = start_process()
    until(lambda: "no mail relay is set, so mails become files" in process.log())
    mails.send("one@example.org", "two@example.org")
    until(lambda: not mails.jobs)
    outbox = process.data / "outbox"
    files = sorted(outbox.iterdir())
    assert outbox.stat().st_mode & 0o777 == 0o700 and len(files) == 2
    assert all(file.suffix == ".eml" and file.stat().st_mode & 0o777 == 0o600 for file in files)
    assert [read(file.read_bytes())["To"] for file in files] == ["one@example.org", "two@example.org"]
    (process.data / "broadsheet.json").write_text(
        json.dumps({"mail": {"url": relay.url(), "from": "news@example.org"}}), encoding="utf-8")
    process.reload()
    until(lambda: "settings reloaded" in process.log())
    mails.send("three@example.org")
    until(lambda: not mails.jobs)
    assert [taken.recipient for taken in relay.taken] == ["three@example.org"] and len(list(outbox.iterdir())) == 2


@pytest.fixture
def test_mail(edition):
    """Runs `broadsheet mail test`; returns its exit status and everything that it printed."""
    def run(url, address="reader@example.org", environment=None):
        more = {"BROADSHEET_MAIL_URL": url, "BROADSHEET_MAIL_FROM": "news@example.org"} | (environment or {})
        done = subprocess.run(
            [broadsheet.program(), "mail", "test", "--data", str(edition / "newspaper"), address],
            env=broadsheet.surroundings(more), capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout + done.stderr

    return run


def test_the_command_says_what_the_relay_says(test_mail, relay):
    status, said = test_mail(relay.url())
    assert status == 0 and said == f"{relay.url()} took the mail: 250 2.0.0 OK: queued\n"
    assert relay.taken[0].message["Subject"] == "A test mail from The Broadsheet"
    relay.answers["reader@example.org"] = ["550 5.1.1 no such user"]
    status, said = test_mail(relay.url())
    assert status == 1 and "the relay takes no mail for this address: 550 5.1.1 no such user" in said
    relay.answers["reader@example.org"] = ["451 4.7.1 later"]
    status, said = test_mail(relay.url())
    assert status == 1 and "the recipient was not accepted: the relay says 451 4.7.1 later" in said
    relay.answers.clear()
    assert test_mail(relay.url(), "reader@bücher.example")[0] == 0
    assert relay.taken[-1].recipient == "reader@xn--bcher-kva.example"
    relay.stop()
    status, said = test_mail(relay.url())
    assert status == 1 and "no connection to the relay" in said


def test_the_command_checks_certificates_and_passwords(test_mail, start_relay, tmp_path):
    relay = start_relay(folder=tmp_path, is_secure=True, needs_password=True)
    status, said = test_mail(relay.url("smtps", LOGIN))
    assert status == 1 and "certificate" in said and not relay.taken
    trusted = {"SSL_CERT_FILE": str(relay.certificate)}
    status, said = test_mail(relay.url("smtps", LOGIN), environment=trusted)
    assert status == 0 and relay.taken[0].is_authenticated, said
    status, said = test_mail(relay.url("smtps", "me:geheim@"), environment=trusted)
    assert status == 1 and "no authentication at the relay" in said and "geheim" not in said
    assert USER not in said and len(relay.taken) == 1
