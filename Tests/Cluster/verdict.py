"""Compares the recorded outcomes of writes with the database."""

from collections import Counter

from history import OK, REFUSED, STALE, UNKNOWN


def faults_of_writes(history, server):
    """Comments and reports: an acknowledged one is stored once, a refused one never, any other at most once."""
    there = Counter(text for text, in server.ask(
        "SELECT COALESCE((SELECT t.text FROM comment_texts t WHERE t.comment_id = c.id AND t.number = 1), c.text)"
        " FROM comments c WHERE name LIKE 'Writer %'"))
    notes = Counter(text for text, in server.ask("SELECT text FROM reports WHERE text LIKE 'Note %'"))
    faults = []
    for found, kind in ((there, "comment"), (notes, "report")):
        for text, calls in history.by_key(kind).items():
            least, most = _expected(calls)
            if not least <= found[text] <= most:
                faults.append(f"{kind} {text!r} is stored {found[text]} times: {_told(calls)}")
    return faults


def faults_of_edits(history, server):
    """A comment has had all acknowledged texts in their order, and perhaps texts of unknown outcome."""
    texts = {}
    for first, text in server.ask(
            "SELECT first_value(text) OVER (PARTITION BY id ORDER BY number), text FROM ("
            " SELECT comment_id AS id, number, text FROM comment_texts"
            " UNION ALL SELECT id, 1000000, text FROM comments) AS every"
            " WHERE text LIKE 'Writer %' ORDER BY id, number"):
        texts.setdefault(first, []).append(text)
    faults = []
    for written, calls in history.by_key("edit").items():
        had = texts.get(written, [])[1:]
        if had != _possible(had, calls):
            faults.append(f"{written!r} has had the texts {had}: {_told(calls)}")
    return faults


def faults_of_rulings(history, server):
    """A case has at most one ruling, and it is the acknowledged one. A later ruling gets 409."""
    rulings = {}
    for case, sentence in server.ask("SELECT case_id, sentence FROM rulings WHERE sentence LIKE 'Sentence %'"):
        rulings.setdefault(case, []).append(sentence)
    faults = [f"case {case} has the rulings {each}" for case, each in rulings.items() if len(each) > 1]
    for case, calls in history.by_key("ruling").items():
        stands = rulings.get(case, [])
        acknowledged = [call.text for call in calls if call.outcome == OK]
        possible = acknowledged or [call.text for call in calls if call.outcome == UNKNOWN]
        late = [call for call in calls if call.status not in (303, 409, 503, 0)]
        is_ruled = bool(acknowledged) or any(call.status == 409 and call.outcome != STALE for call in calls)
        if len(acknowledged) > 1 or late or (is_ruled and not stands) or not set(stands) <= set(possible):
            faults.append(f"case {case} has the rulings {stands}: {_told(calls)}")
    return faults


def faults_of_counts(server):
    """Stored counts that differ from a recount. A thread counts its listed replies, also those that were removed."""
    return [f"{kind} {number} counts {count}, there are {recount}" for kind, number, count, recount in server.ask(
        "SELECT 'story', s.id, s.comment_count, COUNT(c.id) FROM stories s"
        " LEFT JOIN comments c ON c.story_id = s.id AND c.state = 'published' GROUP BY s.id"
        " HAVING s.comment_count <> COUNT(c.id)"
        " UNION ALL SELECT 'thread', b.id, b.reply_count, COUNT(c.id) FROM comments b"
        " LEFT JOIN comments c ON c.thread_id = b.id AND c.id <> b.id AND c.is_listed = 1"
        " WHERE b.parent_id IS NULL"
        " GROUP BY b.id HAVING b.reply_count <> COUNT(c.id)"
        " UNION ALL SELECT 'case', k.id, k.report_count, COUNT(DISTINCT r.source) FROM cases k"
        " LEFT JOIN reports r ON r.case_id = k.id"
        " GROUP BY k.id HAVING k.report_count <> COUNT(DISTINCT r.source)")]


def unforeseen(history):
    """Calls with a status that a write must never get, whatever fails."""
    # A report gets 404 if its comment has been held again in the meantime.
    return [
        call for call in history.calls
        if call.status not in (0, 303, 403, 409, 503) and (call.what, call.status) != ("report", 404)]


def _expected(calls):
    if any(call.outcome == OK for call in calls):
        return 1, 1
    return 0, 0 if all(call.outcome == REFUSED for call in calls) else 1


def _possible(had, calls):
    """The texts that must be stored, together with those of unknown outcome that are."""
    texts = list(dict.fromkeys(call.text for call in calls))
    expected = {text: _expected([call for call in calls if call.text == text]) for text in texts}
    return [text for text in texts if expected[text][0] or (expected[text][1] and text in had)]


def _told(calls):
    return ", ".join(f"{call.text!r} {call.outcome} ({call.status}) at {call.process}" for call in calls)
