"""Every kind of page on the site, and how to reach it. Add a line here for each new kind."""

import itertools
import re

import cards

OPEN, ARABIC, CLOSED = "/stories/1", "/stories/2", "/stories/3"
# A story with the entries of `live.fill`.
LIVE = "/stories/8"
# The token of mails to the person with number 1.
TOKEN = "a-token-of-mails"
# Makes each text unique: the same text twice is stored as one comment.
_numbers = itertools.count(1)


def at(address):
    """A page with a fixed address."""
    return lambda reader: reader.open(address)


def below(story, rest):
    """A page below the canonical address of a story."""
    def way(reader):
        reader.open(story)
        return reader.open(reader.page.url + rest)
    return way


def by_link(story, selector):
    """The page that the first link with this selector on a story page leads to."""
    def way(reader):
        reader.open(story)
        return reader.open(reader.page.locator(selector).first.get_attribute("href"))
    return way


def _refused(reader):
    reader.open(ARABIC)
    return reader.write("\u200b\u200b", "A text that has nobody’s name.")


def _edited(reader):
    reader.open(ARABIC)
    reader.write("signal mast", f"Number {next(_numbers)} of those that their writers look at again.")
    return reader.open(reader.page.get_by_role("link", name="Edit").get_attribute("href"))


def _deleting(step):
    """The page on which an author deletes a comment, or the same page afterwards."""
    def way(reader):
        reader.open(ARABIC)
        reader.write("signal mast", f"Number {next(_numbers)} of those that their writers take back.")
        answer = reader.open(reader.page.get_by_role("link", name="Delete").last.get_attribute("href"))
        return reader.press(reader.page.get_by_role("button", name="Delete comment")) if step == "done" else answer
    return way


def _code(reader):
    """The page that waits for the code from a mail."""
    reader.open("/sign-in")
    reader.page.get_by_label("E-mail").first.fill(f"reader-{next(_numbers)}@broadsheet.example")
    return reader.press(reader.page.get_by_role("button", name="Send me a link"))


def _stopped(reader):
    reader.open(f"/stop-mails/1?token={TOKEN}&kind=jobs")
    return reader.press(reader.page.get_by_role("button", name="Turn off"))


def _stopped_with_another_token(reader):
    return reader.open("/stop-mails/1?token=another&kind=reply")


def _receipt(reader):
    reader.open(ARABIC)
    reader.report(reader.page.locator("article.comment").last, "Advertising", "Seen under other stories, too.")
    return reader.page.reload()


def _suggest(reader, **texts):
    reader.open(ARABIC)
    reader.page.get_by_role("link", name="Suggest a correction").click()
    texts = {"What is wrong": f"Number {next(_numbers)} of the errors."} | texts
    return reader.suggest(**texts)


def _suggestion_receipt(reader):
    _suggest(reader, How_do_you_know="I was there.", Your_name="Ada Reader")
    return reader.page.reload()


def _refused_suggestion(reader):
    reader.open(ARABIC)
    reader.page.get_by_role("link", name="Suggest a correction").click()
    reader.page.get_by_label("The passage").fill("A passage that nobody wrote.")
    reader.page.get_by_label("What is wrong?").fill("Everything.")
    return reader.press(reader.page.get_by_role("button", name="Send suggestion"))


def _suggestions(staff):
    """The desk's list, with a passage that is in the text."""
    staff.open(OPEN)
    passage = staff.page.locator(".body p").first.inner_text()[:60]
    staff.page.get_by_role("link", name="Suggest a correction").click()
    staff.suggest(The_passage=passage, What_is_wrong=f"Number {next(_numbers)} of the errors in it.")
    return staff.open("/desk/corrections")


def _decided_suggestions(staff):
    _suggestions(staff)
    staff.page.get_by_label("Answer to the sender").first.fill("It is right.")
    staff.press(staff.page.get_by_role("button", name=re.compile("^Answer")).first)
    return staff.open("/desk/corrections?state=decided")


def _refused_answer(staff):
    _suggestions(staff)
    return staff.press(staff.page.get_by_role("button", name=re.compile("^Answer")).first)


def _first_case(reader):
    reader.open("/desk/queue")
    return reader.open(reader.page.locator(".queue .excerpt a").first.get_attribute("href").partition("?")[0])


def _saved_view(staff):
    staff.open("/desk/queue?view=reported&hours=1")
    name = staff.page.get_by_label("Save this view as")
    if name.count():
        name.fill("Old reports")
        staff.press(staff.page.get_by_role("button", name="Save view"))
    return staff.page.reload()


def _refused_view(staff):
    staff.open("/desk/queue?view=unread&hours=2")
    staff.page.get_by_label("Save this view as").fill("A name that is too long for this part of the queue")
    return staff.press(staff.page.get_by_role("button", name="Save view"))


def _refused_passage(reader):
    _first_case(reader)
    reader.page.get_by_text("Black out a passage").click()
    reader.page.get_by_label("The passage").fill("A passage that nobody wrote.")
    return reader.press(reader.page.get_by_role("button", name="Black out"))


def _refused_reply(reader):
    _first_case(reader)
    reader.page.get_by_text("Reply as the desk").click()
    reader.page.get_by_label("Reply", exact=True).fill("\u200b")
    return reader.press(reader.page.get_by_role("button", name="Publish reply"))


def _draft(rest=""):
    """The page of a new draft, or a page below it."""
    def way(staff):
        staff.open("/desk/stories/new")
        staff.page.get_by_label("Headline").fill(f"Number {next(_numbers)} of the stories that are being written")
        staff.page.get_by_label("Publish at").fill("2040-01-31T08:00")
        staff.page.get_by_role("button", name="Save draft").click()
        if rest == "publish":
            staff.page.get_by_label("Text", exact=True).fill("A first paragraph.")
            return staff.press(staff.page.get_by_role("button", name="Publish"))
        return staff.open(staff.page.url + rest)
    return way


def _draft_with_pictures(staff):
    """The page of a draft with two pictures, one of them with a caption of its own."""
    _draft()(staff)
    staff.page.evaluate("document.querySelector('#gallery').value = '2: A stamp of our own\\n1'")
    staff.choose("Save")
    return staff.page.reload()


def _library_for_a_draft(staff):
    """The library while somebody chooses pictures for a draft."""
    _draft()(staff)
    return staff.open(f"/desk/pictures?draft={staff.page.url.split('/')[-1]}")


def _story_with_cards(staff):
    """The page of a story with a card for each address that has a stored one."""
    text = "\n\n".join(("It turns.", *cards.ADDRESSES))
    staff.new_story(Headline=f"Number {next(_numbers)} of the stories with cards", Text=text)
    answer = staff.press(staff.page.get_by_role("button", name="Publish", exact=True))
    assert staff.page.locator(".link-card").count() == len(cards.ADDRESSES)
    return answer


def _draft_with_notes(staff):
    """The page of a draft with an open and a resolved note."""
    _draft()(staff)
    for text, passage in (("A first note,\nin two lines.", "A passage that is gone"), ("A second note.", "")):
        staff.page.get_by_label("Your note").fill(text)
        staff.page.get_by_label("The passage that you mean").fill(passage)
        staff.press(staff.page.get_by_role("button", name="Add note"))
    staff.press(staff.page.get_by_role("button", name="Resolve").last)
    answer = staff.page.reload()
    staff.page.get_by_text("1 resolved note").click()
    return answer


def _refused_note(staff):
    _draft()(staff)
    return staff.press(staff.page.get_by_role("button", name="Add note"))


def _unsaved(staff):
    """The page of a draft with a text that was typed and not saved."""
    _draft()(staff)
    text = {"headline": "A headline that is typed", "body": "A text.", "revision": "1", "lease": "1"}
    assert staff.page.request.post(staff.page.url + "/autosave", form=text).ok
    return staff.page.reload()


def _both_texts(staff):
    """The page after two people have changed one draft."""
    _draft()(staff)
    text = {"headline": "A headline that is saved first", "body": "A text.", "revision": "1", "lease": "1"}
    assert staff.page.request.post(staff.page.url, form=text).ok
    staff.page.get_by_label("Headline").fill("A headline that is too late")
    return staff.press(staff.page.get_by_role("button", name="Save", exact=True))


def _person(reader):
    """The page of a person, from the first name on a story that is a link."""
    reader.open(OPEN)
    return reader.open(reader.page.locator("a.person").first.get_attribute("href"))


def _following(staff):
    staff.open(OPEN)
    follow = staff.page.get_by_role("button", name="Follow this story")
    if follow.count():
        follow.click()
    return staff.open("/account/following")


def _chosen(member):
    member.open("/account/notifications")
    return member.press(member.page.get_by_role("button", name="Save choices"))


def _refused_leave(member):
    member.open("/account/leave")
    member.page.evaluate("document.querySelectorAll('input').forEach(each => each.required = false)")
    return member.press(member.page.get_by_role("button", name=re.compile("^Delete my account")))


def _ordered_download(member):
    """The page that waits for the data, or has it."""
    member.open("/account/download")
    order = member.page.get_by_role("button", name="Collect my data")
    return member.press(order) if order.count() else member.page.reload()


def _refused_entry(staff):
    staff.open("/desk/stories/8/live")
    staff.page.get_by_label("New entry").fill("\u200b")
    return staff.press(staff.page.get_by_role("button", name="Post", exact=True))


def _bulk(staff):
    staff.open("/desk/queue")
    return staff.press(staff.page.get_by_role("button", name=re.compile("^Decide all")))


READERS = {
    "front": at("/"),
    "topic": by_link(OPEN, ".topics a"),
    "story": at(OPEN),
    "story-arabic": at(ARABIC),
    "story-closed": at(CLOSED),
    "story-corrected": at("/stories/4"),
    "story-german": at("/stories/5"),
    "story-facts": at("/stories/6"),
    "story-portrait": at("/stories/7"),
    "story-live": at(LIVE),
    "entries": below(LIVE, "/entries"),
    "entries-older": by_link(LIVE, ".coverage .next-page a"),
    "entry": by_link(LIVE, ".entry-time a"),
    "entry-removed": below(LIVE, "/live/1"),
    "story-newest-first": below(ARABIC, "?order=newest"),
    "picture": below(OPEN, "/pictures/2"),
    "picture-arabic": below(ARABIC, "/pictures/1"),
    "versions": below(OPEN, "/versions"),
    "corrections": at("/corrections"),
    "version": below(OPEN, "/versions/2"),
    "version-first": below(OPEN, "/versions/1"),
    "comment": by_link(OPEN, ".depth-2 .permalink"),
    "refused": _refused,
    "edit": _edited,
    "delete": _deleting("form"),
    "deleted": _deleting("done"),
    "report": by_link(OPEN, "a[href$='/report']"),
    "receipt": _receipt,
    "suggest": below(OPEN, "/suggest"),
    "suggest-refused": _refused_suggestion,
    "suggestion-receipt": _suggestion_receipt,
    "policy": at("/policy"),
    "topics": at("/topics"),
    "person": _person,
    "stop-mails": at(f"/stop-mails/1?token={TOKEN}&kind=reply"),
    "stop-all-mails": at(f"/stop-mails/1?token={TOKEN}&kind=all"),
    "stop-mails-done": _stopped,
    "stop-mails-unknown": _stopped_with_another_token,
    "sign-in": at("/sign-in"),
    "sign-in-desk": at("/sign-in?next=/desk"),
    "sign-in-code": _code,
    "sign-in-unknown-link": at("/sign-in/link?token=0123456789abcdef0123456789abcdef"),
    "not-found": at("/nothing/is/here"),
    "withdrawn": at("/stories/9"),
}

# Pages of a reader with an account.
MEMBERS = {
    "account-of-reader": at("/account"),
    "account-comments": at("/account/comments"),
    "account-notifications": at("/account/notifications"),
    "account-notifications-saved": _chosen,
    "account-leave": at("/account/leave"),
    "account-leave-refused": _refused_leave,
    "account-download": _ordered_download,
    "story-for-reader": at(OPEN),
}

STAFF = {
    "desk": at("/desk"),
    "queue": at("/desk/queue"),
    "queue-unread": at("/desk/queue?view=unread"),
    "queue-saved": _saved_view,
    "queue-view-refused": _refused_view,
    "queue-case": at("/desk/cases/1?view=open"),
    "queue-bulk": _bulk,
    "case": _first_case,
    "case-passage-refused": _refused_passage,
    "case-reply-refused": _refused_reply,
    "suggestions": _suggestions,
    "suggestions-decided": _decided_suggestions,
    "suggestion-refused": _refused_answer,
    "log": at("/desk/log"),
    "jobs": at("/desk/jobs"),
    "desk-story": at("/desk/stories/1"),
    "account": at("/account"),
    "account-following": _following,
    "account-muted": at("/account/muted"),
    "account-notifications-of-staff": at("/account/notifications"),
    "account-leave-of-staff": at("/account/leave"),
    "account-download-of-staff": at("/account/download"),
    "stories": at("/desk/stories"),
    "library": at("/desk/pictures"),
    "library-picture": at("/desk/pictures/1"),
    "library-for-a-draft": _library_for_a_draft,
    "library-nothing": at("/desk/pictures?text=submarine&use=removed"),
    "story-new": at("/desk/stories/new"),
    "draft": _draft(),
    "draft-pictures": _draft_with_pictures,
    "draft-notes": _draft_with_notes,
    "draft-note-refused": _refused_note,
    "draft-unsaved": _unsaved,
    "draft-both-texts": _both_texts,
    "draft-history": _draft("/history"),
    "draft-check": _draft("publish"),
    "story-for-staff": at(ARABIC),
    "story-live-for-staff": at(LIVE),
    "desk-live": at("/desk/stories/8/live"),
    "desk-live-new": at("/desk/stories/1/live"),
    "desk-live-entry": at("/desk/stories/8/live/2"),
    "desk-live-refused": _refused_entry,
    "story-cards": _story_with_cards,
}

STATUS = {
    "suggest-refused": 422, "suggestion-refused": 422,
    "refused": 422, "case-passage-refused": 422, "queue-view-refused": 422, "case-reply-refused": 422,
    "draft-note-refused": 422, "account-leave-refused": 422, "account-leave-of-staff": 403, "stop-mails-unknown": 404,
    "draft-both-texts": 409, "desk-live-refused": 422, "entry-removed": 410, "not-found": 404, "sign-in-unknown-link": 404, "withdrawn": 410,
}
