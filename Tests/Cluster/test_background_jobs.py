"""Background jobs that one process does for all, and processes of two versions on one database."""

import re
import subprocess

import broadsheet
from test_several_processes import story_of
from visitor import Visitor, until


def test_another_process_takes_over_a_background_job(start_process, server):
    one, other = start_process(), start_process()
    until(lambda: server.ask("SELECT COUNT(*) FROM duties WHERE name = 'forget admissions'") == [["1"]])
    # The first run is over: a process that has not looked yet will find it done.
    story = story_of(one)
    assert Visitor().comment(one, story, "To be forgotten.").status == 303
    one.kill()
    assert server.ask("SELECT COUNT(*) FROM admissions") == [["1"]]
    # Pretend that three hours have passed.
    server.ask("UPDATE admissions SET at = at - 10800000; UPDATE duties SET done_at = done_at - 10800000")
    until(lambda: server.ask("SELECT COUNT(*) FROM admissions") == [["0"]], seconds=40)
    assert other.is_running


def test_a_process_works_beside_a_newer_one_but_cannot_be_restarted(start_process, server):
    process = start_process()
    story = story_of(process)
    page = f"{story}?order=newest"
    reader = Visitor()
    assert reader.comment(process, story, "Before.").status == 303
    # Change the schema as a newer version would at its start: it only adds to the tables.
    server.ask("ALTER TABLE stories ADD COLUMN mood TEXT;"
               " ALTER TABLE comments ADD COLUMN mood BIGINT NOT NULL DEFAULT 0;"
               " CREATE TABLE moods (name TEXT PRIMARY KEY);"
               " INSERT INTO migrations (number) SELECT MAX(number) + 1 FROM migrations")
    posted = reader.comment(process, story, "After.")
    assert posted.status == 303
    until(lambda: all(text in Visitor().get(process, page).text for text in ("Before.", "After.")))
    number = re.search(r"(\d+)$", posted.headers["Location"])[1]
    report = {"clause": "abuse", "text": "", "email": ""}
    assert Visitor().post(process, f"/comments/{number}/report", report).status in (200, 303)
    process.stop()
    done = subprocess.run(
        [broadsheet.program(), "serve", "--data", str(process.data), "--database", server.address, "--port", "0"],
        capture_output=True, text=True, timeout=60, env=broadsheet.surroundings({}))
    assert done.returncode == 78
    assert "A newer Broadsheet made this database" in done.stderr and len(done.stderr.splitlines()) == 1
