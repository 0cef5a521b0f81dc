"""The database goes away and comes back; a house is killed."""

import threading

import house as houses
from people import PASSWORD
from test_several_houses import story_of
from visitor import Visitor, kept_text, until


def ready(house):
    return Visitor().get(house, "/ready").status == 200


def test_without_its_database_a_house_shows_what_it_has_and_refuses_the_rest(newspaper, server):
    house = newspaper()
    story = story_of(house)
    page = Visitor().get(house, story)
    assert page.headers["Cache-Status"] is None
    server.stop()
    until(lambda: Visitor().get(house, story).headers["Cache-Status"])
    old = Visitor().get(house, story)
    assert (old.status, old.text) == (200, page.text)
    assert "ttl=-1" in old.headers["Cache-Status"]
    assert not ready(house)
    assert Visitor().get(house, "/health").status == 200
    refused = Visitor().comment(house, story, "Kept while the database is away.")
    assert refused.status == 503
    assert refused.headers["Retry-After"]
    assert kept_text(refused.text) == "Kept while the database is away."
    server.start()
    until(lambda: ready(house))
    assert Visitor().comment(house, story, "Kept while the database is away.").status == 303
    until(lambda: Visitor().get(house, story).headers["Cache-Status"] is None)
    assert "Kept while the database is away." in Visitor().get(house, story).text


def test_without_its_database_a_house_shows_what_all_see_to_those_who_have_a_page_of_their_own(newspaper, server):
    house = newspaper()
    story = story_of(house)
    writer, editor = Visitor(), Visitor()
    assert writer.comment(house, story, "Written before the database went away.").status == 303
    email = "editor@broadsheet.example"
    houses.command("staff", "add", "--data", str(house.data), "--database", server.address, "--email", email,
                   "--role", "editor", typed=PASSWORD + "\n")
    assert editor.sign_in(house, email, PASSWORD).status == 303
    shared = Visitor().get(house, story)
    assert writer.get(house, story).text != shared.text
    server.stop()
    for visitor in (writer, editor):
        until(lambda: visitor.get(house, story).headers["Cache-Status"])
        old = visitor.get(house, story)
        assert (old.status, old.text) == (200, shared.text)
    assert editor.get(house, "/desk").status == 503
    server.start()
    until(lambda: ready(house))
    until(lambda: writer.get(house, story).text != shared.text)
    assert editor.get(house, "/desk").status == 200


def test_a_comment_just_before_the_database_went_away_does_not_take_the_page_with_it(newspaper, server):
    house = newspaper()
    story = story_of(house)
    for path in ("/", story):
        assert Visitor().get(house, path).status == 200
    assert Visitor().comment(house, story, "The last word.").status == 303
    server.stop("immediate")
    for path in ("/", story):
        page = Visitor().get(house, path)
        assert page.status == 200
        assert page.headers["Cache-Status"]
    server.start()
    until(lambda: ready(house))
    until(lambda: "The last word." in Visitor().get(house, story).text)


def test_what_was_taken_down_is_on_no_page_however_old(newspaper, server):
    house = newspaper()
    story = story_of(house)
    writer = Visitor()
    link = writer.comment(house, story, "To be edited away.").headers["Location"]
    assert "To be edited away." in Visitor().get(house, story).text
    number = link.split("/comments/")[1].split("#")[0]
    assert writer.post(house, f"/comments/{number}/edit", {"text": "Edited."}).status == 303
    server.stop("immediate")
    assert "To be edited away." not in Visitor().get(house, story).text


def test_no_typed_word_is_lost_to_a_database_that_cannot_tell_who_wrote_it(newspaper, server):
    house = newspaper()
    story = story_of(house)
    stranger, editor = Visitor(), Visitor()
    stranger.cookies["session"] = "long over"
    email = "editor@broadsheet.example"
    houses.command("staff", "add", "--data", str(house.data), "--database", server.address, "--email", email,
                   "--role", "editor", typed=PASSWORD + "\n")
    assert editor.sign_in(house, email, PASSWORD).status == 303
    server.stop()
    number = story.split("/")[2]
    for visitor, path, fields in (
            (stranger, f"{story}/comments", {"name": "A reader", "text": "Not lost."}),
            (editor, f"{story}/comments", {"name": "A reader", "text": "Not lost."}),
            (editor, "/desk/cases/1/ruling", {"outcome": "uphold", "sentence": "Not lost."}),
            (editor, f"/desk/stories/{number}/discussion", {"decision": "close", "reason": "Not lost."})):
        refused = visitor.post(house, path, fields)
        assert refused.status == 503
        assert kept_text(refused.text) == "Not lost."


def test_a_database_that_was_restored_is_what_pages_show(newspaper, server):
    house = newspaper()
    story = story_of(house)
    before = Visitor().get(house, story).text
    assert Visitor().comment(house, story, "Not in the copy.").status == 303
    assert "Not in the copy." in Visitor().get(house, story).text
    server.ask("UPDATE stories SET comment_count = comment_count - 1, last_change = 0"
               " WHERE id = (SELECT story_id FROM comments WHERE text = 'Not in the copy.')")
    server.ask("DELETE FROM changes WHERE comment_id = (SELECT id FROM comments WHERE text = 'Not in the copy.')")
    server.ask("DELETE FROM comments WHERE text = 'Not in the copy.'")
    until(lambda: "Not in the copy." not in Visitor().get(house, story).text)
    assert before.count("<article") == Visitor().get(house, story).text.count("<article")


def test_of_several_hosts_one_that_lets_nobody_in_does_not_hide_the_other(newspaper, server, replica):
    rules = replica.data / "pg_hba.conf"
    rules.write_text("host all all 127.0.0.1/32 reject\n")
    replica.stop()
    replica.start()
    address = server.address.replace(f"127.0.0.1:{server.port}", f"127.0.0.1:{replica.port},127.0.0.1:{server.port}")
    house = newspaper({"BROADSHEET_DATABASE": address})
    assert Visitor().comment(house, story_of(house), "Taken by the other.").status == 303


def test_what_was_acknowledged_is_there_once_though_sessions_are_cut(newspaper, server):
    house = newspaper()
    story = story_of(house)
    acknowledged, unknown, stop = [], [], threading.Event()

    def write(writer):
        number = 0
        while not stop.is_set():
            number += 1
            text = f"Writer {writer}, number {number}."
            reply = Visitor(f"198.51.{writer}.{number % 250}").comment(house, story, text, name=f"Writer {writer}")
            (acknowledged if reply.status == 303 else unknown).append((text, reply.status))

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
    for writer in writers:
        writer.start()
    for cuts in range(20):
        until(lambda: len(acknowledged) > cuts * 10)
        server.cut()
    server.stop("immediate")
    server.start()
    until(lambda: ready(house))
    stop.set()
    for writer in writers:
        writer.join()
    there = [row[0] for row in server.ask("SELECT text FROM comments WHERE text LIKE 'Writer %'")]
    assert len(there) == len(set(there))
    assert {text for text, _ in acknowledged} <= set(there)
    assert {status for _, status in unknown} <= {503}, "\n".join(
        line for line in house.log().splitlines() if "incident" in line)
    assert len(acknowledged) > 100
    assert server.ask("SELECT 1 FROM stories s WHERE comment_count <>"
                      " (SELECT COUNT(*) FROM comments c WHERE c.story_id = s.id AND c.state = 'published')") == []


def test_a_house_that_is_killed_leaves_its_readers_to_the_others(newspaper):
    one, other = newspaper(), newspaper()
    story = story_of(one)
    reader = Visitor()
    assert reader.comment(one, story, "Written where it was killed.").status == 303
    one.kill()
    page = reader.get(other, story).text
    assert "Written where it was killed." in page
    assert reader.comment(other, story, "Written at the other one.").status == 303
