"""Generated sites. `yardsticks fill` makes one per set of parameters; the measurements use copies."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

SEED = 1


class FilledSite:
    """A copy of a generated data folder, with the paths that are useful for measuring."""

    def __init__(self, folder, account):
        self.folder = folder
        self.account = account
        self.eleven = account["special"]["11"]["path"]
        self.thousand = account["special"].get("1000", {}).get("path")
        self.hundred_thousand = account["special"].get("100000", {}).get("path")
        self.middle = account.get("middle")
        # A story for posting comments while others are read.
        self.silent = account["silent"]["path"]

    def query(self, sql, *values):
        database = sqlite3.connect(f"file:{self.folder}/broadsheet.sqlite?mode=ro", uri=True)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def topic(self):
        """The topic with the most stories."""
        return "/topics/" + self.query(
            """SELECT slug FROM topics WHERE id =
            (SELECT topic_id FROM story_topics GROUP BY topic_id ORDER BY COUNT(*) DESC, topic_id LIMIT 1)""")[0][0]

    def short_threads(self, path):
        """The first comments of threads on the story's first page that have room for more replies."""
        story = int(path.split("/")[2])
        rows = self.query(
            """SELECT id, reply_count FROM comments WHERE story_id = ? AND parent_id IS NULL AND is_listed = 1
            ORDER BY created_at, id LIMIT 50""", story)
        return [number for number, count in rows if count < 60]

    def long_discussions(self, count):
        """Stories with 300 to 5,000 comments, each with the first comments of all its threads."""
        rows = self.query(
            """SELECT id, slug FROM stories WHERE comment_count BETWEEN 300 AND 5000 AND is_withdrawn = 0 AND id > 3
            ORDER BY comment_count DESC LIMIT ?""", count)
        return [(f"/stories/{number}/{slug}", [one for one, in self.query(
            "SELECT id FROM comments WHERE story_id = ? AND parent_id IS NULL AND state = 'published'", number)])
            for number, slug in rows]

    def stories_like_eleven(self, count):
        """Paths of stories with eleven comments."""
        rows = self.query("SELECT id, slug FROM stories WHERE comment_count = 11 AND is_withdrawn = 0 LIMIT ?", count)
        return [f"/stories/{number}/{slug}" for number, slug in rows]

    def story_paths(self, count):
        """Paths of stories spread evenly over the site."""
        last = self.query("SELECT MAX(id) FROM stories")[0][0]
        step = max(1, last // count)
        rows = self.query("SELECT id, slug FROM stories WHERE id % ? = 0 AND is_withdrawn = 0 LIMIT ?", step, count)
        return [f"/stories/{number}/{slug}" for number, slug in rows]


class Sites:
    def __init__(self, binaries, kept):
        self.binaries = binaries
        self.kept = kept
        kept.mkdir(exist_ok=True)

    def copy(self, name, stories, comments, place=None):
        """A fresh copy at `place`, by default `.build-bench/work-NAME`. Replaces an earlier copy there."""
        folder, account = self.filled(stories, comments)
        place = place or self.kept / f"work-{name}"
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run(["cp", "-r", "--reflink=auto", str(folder), str(place)], check=True)
        # Writes the copy to disk now, so that it is not written during a measurement.
        os.sync()
        return FilledSite(place, account)

    def clear(self):
        """Removes the copies, but not the generated sites."""
        for place in self.kept.glob("work-*/"):
            shutil.rmtree(place)

    def used(self, stories, comments):
        """A copy that is kept for later runs, because copying gigabytes would slow down the next measurement."""
        folder, account = self.filled(stories, comments)
        place = self.kept / f"used-{folder.name}"
        return FilledSite(place, account) if place.exists() else self.copy("used", stories, comments, place=place)

    def filled(self, stories, comments):
        folder = self.kept / f"site-{stories}-{comments}-{SEED}"
        file = pathlib.Path(f"{folder}.json")
        if not file.exists() or not file.stat().st_size:
            shutil.rmtree(folder, ignore_errors=True)
            out = subprocess.run(
                [str(self.binaries / "yardsticks"), "fill", str(folder), str(stories), str(comments), str(SEED)],
                capture_output=True, text=True, check=True).stdout
            file.write_text(out)
        return folder, json.loads(file.read_text())
