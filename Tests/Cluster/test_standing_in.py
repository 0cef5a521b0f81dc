"""What one house does for all of them, and houses of two versions beside each other."""

import re
import subprocess

import house as houses
from test_several_houses import story_of
from visitor import Visitor, until


def test_a_duty_is_done_by_another_house_when_the_first_is_gone(newspaper, server):
    one, other = newspaper(), newspaper()
    until(lambda: server.ask("SELECT COUNT(*) FROM duties WHERE name = 'forget admissions'") == [["1"]])
    # Both have looked by now, or will find that it is done.
    story = story_of(one)
    assert Visitor().comment(one, story, "To be forgotten.").status == 303
    one.kill()
    assert server.ask("SELECT COUNT(*) FROM admissions") == [["1"]]
    # Three hours go by.
    server.ask("UPDATE admissions SET at = at - 10800000; UPDATE duties SET done_at = done_at - 10800000")
    until(lambda: server.ask("SELECT COUNT(*) FROM admissions") == [["0"]], seconds=40)
    assert other.is_running


def test_a_house_goes_on_beside_a_newer_one_and_is_not_started_again(newspaper, server):
    house = newspaper()
    story = story_of(house)
    page = f"{story}?order=newest"
    reader = Visitor()
    assert reader.comment(house, story, "Before.").status == 303
    # What a newer program does when it starts: it adds to the tables.
    server.ask("ALTER TABLE stories ADD COLUMN mood TEXT; ALTER TABLE comments ADD COLUMN mood BIGINT NOT NULL DEFAULT 0;"
               " CREATE TABLE moods (name TEXT PRIMARY KEY);"
               " INSERT INTO migrations (number) SELECT MAX(number) + 1 FROM migrations")
    posted = reader.comment(house, story, "After.")
    assert posted.status == 303
    until(lambda: all(text in Visitor().get(house, page).text for text in ("Before.", "After.")))
    number = re.search(r"(\d+)$", posted.headers["Location"])[1]
    report = {"clause": "abuse", "text": "", "email": ""}
    assert Visitor().post(house, f"/comments/{number}/report", report).status in (200, 303)
    house.stop()
    done = subprocess.run(
        [houses.program(), "serve", "--data", str(house.data), "--database", server.address, "--port", "0"],
        capture_output=True, text=True, timeout=60, env=houses.surroundings({}))
    assert done.returncode == 1
    assert "made by a newer Broadsheet" in done.stderr and len(done.stderr.splitlines()) == 1
