"""Two moderators work on one queue at two processes, while the commenters edit."""

import re
import threading

import broadsheet
from people import PASSWORD
from test_several_processes import story_of
from visitor import Visitor

COMMENTS = 40
TEXT = re.compile(r'class="in-question".*?(Text \d+(?:, edited)?\.)', re.S)
REVISION = re.compile(r'name="revision" value="(\d+)"')


class Moderator(threading.Thread):
    """Takes and decides cases at one process until none is left."""

    def __init__(self, number, process, data, database):
        super().__init__(daemon=True)
        self.process = process
        self.visitor = Visitor()
        # The text that was read, by comment; a later decision on the same comment replaces the earlier one.
        self.decided = []
        self.shown_again = 0
        self.fault = None
        email = f"moderator-{number}@broadsheet.example"
        broadsheet.command("staff", "add", "--data", str(data), "--database", database, "--email", email,
                           "--role", "moderator", typed=PASSWORD + "\n")
        assert self.visitor.sign_in(process, email, PASSWORD).status == 303

    def run(self):
        try:
            while self._take():
                pass
        except BaseException as fault:
            self.fault = fault

    def _take(self):
        place = self.visitor.post(self.process, "/desk/queue/next", {"view": "open"}).headers["Location"]
        case = re.match(r"/desk/cases/(\d+)", place)
        if not case:
            return False
        page = self.visitor.get(self.process, place).text
        while True:
            text, revision = TEXT.search(page)[1], REVISION.search(page)[1]
            outcome = "approve" if 'value="approve"' in page else ("uphold", "dismiss")[int(case[1]) % 2]
            fields = {"outcome": outcome, "clause": "abuse", "sentence": "", "revision": revision}
            answer = self.visitor.post(self.process, f"/desk/cases/{case[1]}/ruling", fields)
            if answer.status == 303:
                self.decided.append((case[1], text))
                return True
            assert answer.status == 409 and "edited" in answer.text
            self.shown_again += 1
            page = answer.text


def test_no_case_is_decided_twice_or_forgotten_and_each_decision_is_about_the_text_that_was_read(
        start_process, server):
    settings = {"BROADSHEET_COMMENTS_PER_MINUTE": "0", "BROADSHEET_REPORTS_PER_HOUR": "0"}
    one, other = start_process(settings), start_process(settings)
    story = story_of(one)
    server.ask("DELETE FROM reports RETURNING 1")
    server.ask("DELETE FROM cases WHERE ruling_id IS NULL RETURNING 1")
    writers = {}
    for number in range(COMMENTS):
        writer = Visitor(f"198.51.100.{number}")
        posted = writer.comment(one, story, f"Text {number}.", name=f"Reader {number}")
        comment = re.search(r"comments/(\d+)|comment-(\d+)", posted.headers["Location"])
        writers[comment[1] or comment[2]] = (writer, number)
        reported = Visitor(f"203.0.113.{number}").post(
            other, f"/comments/{comment[1] or comment[2]}/report", {"clause": "abuse", "text": "", "email": ""})
        assert reported.status == 303

    moderators = [Moderator(number, process, one.data, server.address) for number, process in enumerate((one, other))]
    for moderator in moderators:
        moderator.start()
    for comment, (writer, number) in writers.items():
        # Too late for a comment that is removed already.
        writer.post(one, f"/comments/{comment}/edit", {"text": f"Text {number}, edited.", "revision": "0"})
    for moderator in moderators:
        moderator.join(120)
        assert not moderator.is_alive()
        if moderator.fault:
            raise moderator.fault
    # A case may have opened again by an edit after the last look at the queue.
    moderators[0].run()
    assert moderators[0].fault is None

    assert server.ask("SELECT COUNT(*) FROM cases WHERE ruling_id IS NULL") == [["0"]]
    assert server.ask("SELECT case_id FROM rulings GROUP BY case_id HAVING COUNT(*) > 1") == []
    decided = [decision for moderator in moderators for decision in moderator.decided]
    assert len({case for case, _ in decided}) == len(decided) >= COMMENTS
    assert all(moderator.decided for moderator in moderators)
    texts = dict(decided)
    final = server.ask(
        "SELECT k.id, c.text FROM comments c JOIN cases k ON k.comment_id = c.id "
        "WHERE k.id IN (SELECT MAX(id) FROM cases GROUP BY comment_id)")
    assert {case: text for case, text in final if case in texts} == {
        case: texts[case] for case, _ in final if case in texts}
