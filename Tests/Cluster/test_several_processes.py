"""Several processes act as one newspaper: shared comments, limits, sessions and rulings."""

import re
import subprocess
import threading
from datetime import UTC, datetime, timedelta

import broadsheet
from people import PASSWORD
from visitor import Visitor, until

UNDER_EMBARGO = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wire.example,2026:rate" version="1"
 xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-02-01T12:00:00Z</versionCreated>
<embargoed>{end}</embargoed></itemMeta>
<contentMeta><headline>The bank keeps its rate</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+html"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title/></head><body><p>It keeps it.</p></body></html></inlineXML></contentSet>
</newsItem>
"""


def story_of(process):
    """The path of a story with an open discussion."""
    front = Visitor().get(process, "/").text
    for path in re.findall(r'href="(/stories/\d+/[^"#/]+)"', front):
        if f'action="{path}/comments#refusal"' in Visitor().get(process, path).text:
            return path
    raise AssertionError("no discussion is open")


def test_a_comment_appears_on_the_pages_of_every_process(start_process):
    one, other = start_process(), start_process()
    story = story_of(one)
    page = f"{story}?order=newest"
    for number in range(20):
        text = f"Number {number} of twenty."
        assert Visitor().get(other, page).status == 200
        assert Visitor(f"198.51.100.{number}").comment(one, story, text).status == 303
        until(lambda: text in Visitor().get(other, page).text)


def test_a_writer_sees_their_comment_at_another_process_at_once(start_process):
    one, other = start_process(), start_process()
    story = story_of(one)
    for number in range(20):
        reader = Visitor(f"198.51.100.{number}")
        Visitor().get(other, story)
        assert reader.comment(one, story, f"Mine, number {number}.").status == 303
        assert f"Mine, number {number}." in reader.get(other, story).text


def test_a_limit_applies_across_processes(start_process):
    settings = {"BROADSHEET_COMMENTS_PER_MINUTE": "5"}
    one, other = start_process(settings), start_process(settings)
    story = story_of(one)
    reader = Visitor()
    statuses = [reader.comment(process, story, f"Text {number} at {process.address}.").status
                for number in range(4) for process in (one, other)]
    assert statuses == [303] * 5 + [429] * 3


def test_sessions_are_shared_and_only_one_of_two_simultaneous_rulings_succeeds(start_process, server):
    one, other = start_process(), start_process()
    story = story_of(one)
    moderators = [Visitor(), Visitor()]
    for number, moderator in enumerate(moderators):
        email = f"moderator-{number}@broadsheet.example"
        broadsheet.command("staff", "add", "--data", str(one.data), "--database", server.address, "--email", email,
                       "--role", "moderator", typed=PASSWORD + "\n")
        assert moderator.sign_in(one, email, PASSWORD).status == 303
        assert moderator.get(other, "/desk").status == 200
    for number in range(5):
        posted = Visitor(f"198.51.100.{number}").comment(one, story, f"To be ruled on: {number}.")
        comment = re.search(r"comments/(\d+)|comment-(\d+)", posted.headers["Location"])
        identifier = comment[1] or comment[2]
        Visitor().post(other, f"/comments/{identifier}/report", {"clause": "abuse", "text": "", "email": ""})
        case = server.ask(f"SELECT id FROM cases WHERE comment_id = {identifier} AND ruling_id IS NULL")[0][0]
        statuses = []

        def rule(moderator, process):
            fields = {"outcome": "uphold", "clause": "abuse", "sentence": "", "revision": "0"}
            statuses.append(moderator.post(process, f"/desk/cases/{case}/ruling", fields).status)

        both = [threading.Thread(target=rule, args=pair) for pair in zip(moderators, (one, other), strict=True)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        assert sorted(statuses) == [303, 409]
        assert server.ask(f"SELECT COUNT(*) FROM rulings WHERE case_id = {case}") == [["1"]]


def test_a_process_with_another_key_is_refused(start_process, server, tmp_path):
    start_process()
    done = subprocess.run(
        [broadsheet.program(), "serve", "--data", str(tmp_path / "stranger"), "--database", server.address,
         "--port", "0"], capture_output=True, text=True, timeout=60, env=broadsheet.surroundings({}))
    assert done.returncode == 78
    assert "secret.key is missing, and the newspaper in the database belongs to it" in done.stderr


def test_an_item_under_an_embargo_appears_at_every_process_when_it_ends(start_process, server, tmp_path):
    processes = start_process(), start_process()
    end = datetime.now(UTC) + timedelta(seconds=20)
    item = tmp_path / "item.xml"
    item.write_text(UNDER_EMBARGO.format(end=end.isoformat()), encoding="utf-8")
    said = broadsheet.command(
        "import", "newsml", str(item), "--data", str(processes[0].data), "--database", server.address)
    assert "under embargo 1" in said

    def shown():
        return [process for process in processes if "The bank keeps its rate" in Visitor().get(process, "/").text]

    assert not shown() or datetime.now(UTC) >= end
    until(lambda: len(shown()) == 2, seconds=60)
    assert datetime.now(UTC) >= end
