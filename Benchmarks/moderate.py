"""A moderator who decides cases in a real browser, with one key each.

`$(.ci/environment) Benchmarks/moderate.py` uses the Python of the browser tests. It fills the queue of a generated
site, and prints the CPU time of a queue page, the time from a key to the next case, and how many cases a moderator
decides who looks at each for three seconds.
"""

import argparse
import pathlib
import sqlite3
import statistics
import time

from measuring.desk import EMAIL, PASSWORD, add_moderator, signed_in
from measuring.servers import Broadsheet
from measuring.sites import Sites
from playwright.sync_api import sync_playwright

PAGES = 200
PATHS = [
    "/desk", "/desk/queue", "/desk/queue?view=reported", "/desk/queue?view=unread", "/desk/queue?view=open&story=2",
    "/desk/queue?view=open&rule=hate", "/desk/queue?view=open&language=de", "/desk/queue?view=open&hours=100",
]


def arguments():
    parser = argparse.ArgumentParser(prog="Benchmarks/moderate.py")
    parser.add_argument("--stories", type=int, default=2_000)
    parser.add_argument("--comments", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=10_000, help="open cases in the queue")
    parser.add_argument("--decisions", type=int, default=200)
    parser.add_argument("--pause", type=float, default=3, help="seconds from one key to the next")
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    return parser.parse_args()


def fill_queue(folder, wanted):
    """Opens cases of published comments, with a report each, until there are as many as wanted."""
    database = sqlite3.connect(folder / "broadsheet.sqlite")
    with database:
        there = database.execute("SELECT COUNT(*) FROM cases WHERE ruling_id IS NULL").fetchone()[0]
        database.execute(
            """INSERT INTO cases (comment_id, story_id, opened_at, due_at, report_count)
            SELECT id, story_id, created_at, created_at - 3600000, 1 FROM comments c WHERE state = 'published'
            AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.comment_id = c.id) ORDER BY id DESC LIMIT ?""",
            (max(0, wanted - there),))
        database.execute(
            """INSERT INTO reports (comment_id, case_id, clause, source, receipt_hash, created_at, minutes)
            SELECT comment_id, id, 'abuse', 'source ' || id % 500, 'receipt ' || id, opened_at, 60 FROM cases k
            WHERE ruling_id IS NULL AND report_count = 1
            AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.case_id = k.id)""")
    database.close()


def cpu_of_pages(server, path, cookies):
    """Milliseconds of CPU for a page of the queue, over many requests one at a time."""
    connection, fields = server.connection(), {"Cookie": cookies}
    for _ in range(20):
        connection.get(path, fields)
    before = server.cpu()
    for _ in range(PAGES):
        connection.get(path, fields)
    return (server.cpu() - before) * 1000 / PAGES


def decide(server, options):
    """Presses one key for each case. Returns the milliseconds from each key to the next case, and the page loads."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.address("/sign-in?next=/desk"))
        page.get_by_label("E-mail").fill(EMAIL)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.goto(server.address("/desk/queue"))
        page.get_by_role("button", name="Start with the first case").click()
        page.wait_for_load_state("networkidle")
        loads = []
        page.on("load", lambda _: loads.append(page.url))
        times = [press(page, options.pause) for _ in range(options.decisions)]
        browser.close()
    return times, len(loads)


# Resolves with the milliseconds from now until another case is on the page and painted.
NEXT_CASE = """() => new Promise((done) => {
  const [began, before] = [performance.now(), document.querySelector(".queue-case h1").textContent];
  const look = () => document.querySelector(".queue-case h1")?.textContent === before
    ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - began));
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
  look();
})"""


def press(page, pause):
    began = time.monotonic()
    milliseconds = page.evaluate(NEXT_CASE)
    page.wait_for_timeout(max(0, (began + pause - time.monotonic()) * 1000))
    return milliseconds


def main():
    options = arguments()
    binaries = options.binaries.absolute()
    site = Sites(binaries, pathlib.Path(".build-bench")).copy("moderate", options.stories, options.comments)
    add_moderator(binaries, site)
    fill_queue(site.folder, options.cases)
    server = Broadsheet(binaries, site.folder)
    cookies = signed_in(server.connection())
    for path in PATHS:
        print(f"{path}: {cpu_of_pages(server, path, cookies):.2f} ms of CPU", flush=True)
    began = time.monotonic()
    times, loads = decide(server, options)
    server.stop()
    print(f"from a key to the next case: {statistics.median(times):.0f} ms at the median, {max(times):.0f} ms at most")
    print(f"{len(times)} cases in {time.monotonic() - began:.0f} s, {loads} page loads")


if __name__ == "__main__":
    main()
