"""Outages: the database fails and comes back, sessions are cut, and a process is killed."""

import threading

import broadsheet
from people import PASSWORD
from test_several_processes import story_of
from visitor import Visitor, kept_text, until


def ready(process):
    return Visitor().get(process, "/ready").status == 200


def test_without_a_database_cached_pages_are_served_and_writes_are_refused(start_process, server):
    process = start_process()
    story = story_of(process)
    page = Visitor().get(process, story)
    assert page.headers["Cache-Status"] is None
    server.stop()
    until(lambda: Visitor().get(process, story).headers["Cache-Status"])
    old = Visitor().get(process, story)
    assert (old.status, old.text) == (200, page.text)
    assert "ttl=-1" in old.headers["Cache-Status"]
    assert not ready(process)
    assert Visitor().get(process, "/health").status == 200
    refused = Visitor().comment(process, story, "Kept while the database is away.")
    assert refused.status == 503
    assert refused.headers["Retry-After"]
    assert kept_text(refused.text) == "Kept while the database is away."
    server.start()
    until(lambda: ready(process))
    assert Visitor().comment(process, story, "Kept while the database is away.").status == 303
    until(lambda: Visitor().get(process, story).headers["Cache-Status"] is None)
    assert "Kept while the database is away." in Visitor().get(process, story).text


def test_without_a_database_personal_pages_are_replaced_by_the_shared_page(start_process, server):
    process = start_process()
    story = story_of(process)
    writer, editor = Visitor(), Visitor()
    assert writer.comment(process, story, "Written before the database went away.").status == 303
    email = "editor@broadsheet.example"
    broadsheet.command("staff", "add", "--data", str(process.data), "--database", server.address, "--email", email,
                   "--role", "editor", typed=PASSWORD + "\n")
    assert editor.sign_in(process, email, PASSWORD).status == 303
    shared = Visitor().get(process, story)
    assert writer.get(process, story).text != shared.text
    server.stop()
    for visitor in (writer, editor):
        until(lambda: visitor.get(process, story).headers["Cache-Status"])
        old = visitor.get(process, story)
        assert (old.status, old.text) == (200, shared.text)
    assert editor.get(process, "/desk").status == 503
    server.start()
    until(lambda: ready(process))
    until(lambda: writer.get(process, story).text != shared.text)
    assert editor.get(process, "/desk").status == 200


def test_a_comment_just_before_an_outage_does_not_make_the_page_unavailable(start_process, server):
    process = start_process()
    story = story_of(process)
    for path in ("/", story):
        assert Visitor().get(process, path).status == 200
    assert Visitor().comment(process, story, "The last word.").status == 303
    server.stop("immediate")
    for path in ("/", story):
        page = Visitor().get(process, path)
        assert page.status == 200
        assert page.headers["Cache-Status"]
    server.start()
    until(lambda: ready(process))
    until(lambda: "The last word." in Visitor().get(process, story).text)


def test_a_stale_page_does_not_show_text_that_was_edited_away(start_process, server):
    process = start_process()
    story = story_of(process)
    writer = Visitor()
    link = writer.comment(process, story, "To be edited away.").headers["Location"]
    assert "To be edited away." in Visitor().get(process, story).text
    number = link.split("/comments/")[1].split("#")[0]
    assert writer.post(process, f"/comments/{number}/edit", {"text": "Edited."}).status == 303
    server.stop("immediate")
    assert "To be edited away." not in Visitor().get(process, story).text


def test_typed_text_is_given_back_if_the_session_cannot_be_checked(start_process, server):
    process = start_process()
    story = story_of(process)
    stranger, editor = Visitor(), Visitor()
    stranger.cookies["session"] = "long over"
    email = "editor@broadsheet.example"
    broadsheet.command("staff", "add", "--data", str(process.data), "--database", server.address, "--email", email,
                   "--role", "editor", typed=PASSWORD + "\n")
    assert editor.sign_in(process, email, PASSWORD).status == 303
    server.stop()
    number = story.split("/")[2]
    for visitor, path, fields in (
            (stranger, f"{story}/comments", {"name": "A reader", "text": "Not lost."}),
            (editor, f"{story}/comments", {"name": "A reader", "text": "Not lost."}),
            (editor, "/desk/cases/1/ruling", {"outcome": "uphold", "sentence": "Not lost."}),
            (editor, f"/desk/stories/{number}/discussion", {"decision": "close", "reason": "Not lost."})):
        refused = visitor.post(process, path, fields)
        assert refused.status == 503
        assert kept_text(refused.text) == "Not lost."


def test_pages_follow_a_database_that_was_restored_to_an_older_state(start_process, server):
    process = start_process()
    story = story_of(process)
    before = Visitor().get(process, story).text
    assert Visitor().comment(process, story, "Not in the copy.").status == 303
    assert "Not in the copy." in Visitor().get(process, story).text
    server.ask("UPDATE stories SET comment_count = comment_count - 1, last_change = 0"
               " WHERE id = (SELECT story_id FROM comments WHERE text = 'Not in the copy.')")
    server.ask("DELETE FROM changes WHERE comment_id = (SELECT id FROM comments WHERE text = 'Not in the copy.')")
    server.ask("DELETE FROM comments WHERE text = 'Not in the copy.'")
    until(lambda: "Not in the copy." not in Visitor().get(process, story).text)
    assert before.count("<article") == Visitor().get(process, story).text.count("<article")


def test_a_host_that_rejects_logins_does_not_hide_the_next_host(start_process, server, replica):
    rules = replica.data / "pg_hba.conf"
    rules.write_text("host all all 127.0.0.1/32 reject\n")
    replica.stop()
    replica.start()
    address = server.address.replace(f"127.0.0.1:{server.port}", f"127.0.0.1:{replica.port},127.0.0.1:{server.port}")
    process = start_process({"BROADSHEET_DATABASE": address})
    assert Visitor().comment(process, story_of(process), "Taken by the other.").status == 303


def test_acknowledged_comments_are_stored_once_although_sessions_are_cut(start_process, server):
    process = start_process()
    story = story_of(process)
    acknowledged, unknown, stop = [], [], threading.Event()

    def write(writer):
        number = 0
        while not stop.is_set():
            number += 1
            text = f"Writer {writer}, number {number}."
            reply = Visitor(f"198.51.{writer}.{number % 250}").comment(process, story, text, name=f"Writer {writer}")
            (acknowledged if reply.status == 303 else unknown).append((text, reply.status))

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
    for writer in writers:
        writer.start()
    for cuts in range(20):
        until(lambda: len(acknowledged) > cuts * 10)
        server.cut()
    server.stop("immediate")
    server.start()
    until(lambda: ready(process))
    stop.set()
    for writer in writers:
        writer.join()
    there = [row[0] for row in server.ask("SELECT text FROM comments WHERE text LIKE 'Writer %'")]
    assert len(there) == len(set(there))
    assert {text for text, _ in acknowledged} <= set(there)
    assert {status for _, status in unknown} <= {503}, "\n".join(
        line for line in process.log().splitlines() if "incident" in line)
    assert len(acknowledged) > 100
    assert server.ask("SELECT 1 FROM stories s WHERE comment_count <>"
                      " (SELECT COUNT(*) FROM comments c WHERE c.story_id = s.id AND c.state = 'published')") == []


def test_readers_of_a_killed_process_continue_at_another(start_process):
    one, other = start_process(), start_process()
    story = story_of(one)
    reader = Visitor()
    assert reader.comment(one, story, "Written where it was killed.").status == 303
    one.kill()
    page = reader.get(other, story).text
    assert "Written where it was killed." in page
    assert reader.comment(other, story, "Written at the other one.").status == 303
