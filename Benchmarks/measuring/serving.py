"""Cached pages, compared with nginx that serves the same bytes."""

import time

LIKE_NGINX = 0.8
LARGE_LIKE_NGINX = 0.95


def size(answer):
    return f"{len(answer.body) / 1000:,.0f} KB"


def measure(run):
    filled = run.middling("serving")
    site = run.serve(filled)
    pages = {
        "story": filled.eleven, "front": "/", "topic": filled.topic(), "feed": "/feed.xml", "long": filled.thousand}
    forms = {name: {"Accept-Encoding": coding} for name, coding in (("gzip", "gzip"), ("br", "br"))}
    answers = taken(site, pages, forms)
    nginx = run.nginx("serving", answers)
    add = lambda what, name, path, least=LIKE_NGINX, fields=None: run.beside_nginx(
        f"{what}, {size(answers[name])}", site, nginx, path, name, least, fields)
    add("story page, 11 comments", "story", filled.eleven)
    beside_the_framework(run, site, filled.eleven)
    not_modified(run, site, filled.eleven, answers["story"])
    add("front page", "front", "/")
    add("topic page", "topic", pages["topic"])
    add("Atom feed", "feed", "/feed.xml")
    for name, fields in forms.items():
        if answers[name].fields.get("content-encoding") == name:
            add(f"story page, 11 comments, {name}", name, filled.eleven, fields=fields)
        else:
            run.report.add(f"story page, 11 comments, {name}", measured="not offered", reached=False)
    add("story page, 1,000 comments", "long", filled.thousand, LARGE_LIKE_NGINX)
    nginx.stop()
    site.stop()


def taken(site, pages, forms):
    """The responses that nginx gets as files. Waits for the compressed ones."""
    reader = site.connection()
    answers = {name: reader.get(path) for name, path in pages.items()}
    for name, fields in forms.items():
        answers[name] = compressed(reader, pages["story"], fields)
    return answers


def compressed(reader, path, fields, seconds=5):
    """Requests a page until it is compressed. The server compresses in the background and may first send it plain."""
    end = time.monotonic() + seconds
    while True:
        answer = reader.get(path, fields)
        if "content-encoding" in answer.fields or time.monotonic() > end:
            return answer
        time.sleep(0.02)


def beside_the_framework(run, site, path):
    """Compares the story page with a short response from a bare HTTP framework (Hummingbird)."""
    hello = run.hello()
    ours, theirs = run.alternate(lambda: run.load(site, path), lambda: run.load(hello, "/hello"))
    run.report.add("bare HTTP framework, 5 bytes", theirs,
                   f"{theirs.rate / ours.rate:.2f} of the story page ({ours.rate:,.0f}/s)")
    hello.stop()


def not_modified(run, site, path, answer):
    fields = {"If-None-Match": answer.fields["etag"]}
    known, whole = run.alternate(lambda: run.load(site, path, fields=fields), lambda: run.load(site, path))
    run.report.compare("story page, 304", known, whole, "the 200 response", 1.0)


def measure_large(run):
    """A discussion of 100,000 comments, and the same pages on small and large sites."""
    small, thousandth, large = run.small("few"), run.thousandth("thousandth"), run.large
    few, some, many = run.serve(small), run.serve(thousandth), run.serve(large)
    if large.hundred_thousand:
        pages = {"first": large.hundred_thousand, "middle": large.middle["page"], "one": large.middle["permalink"]}
        answers = taken(many, {**pages, "story": large.eleven}, {})
        nginx = run.nginx("large", answers)
        for what, name in (("first page of 100,000 comments", "first"), ("middle page of 100,000 comments", "middle"),
                           ("permalink in 100,000 comments", "one")):
            run.beside_nginx(f"{what}, {size(answers[name])}", many, nginx, pages[name], name, LIKE_NGINX)
        nginx.stop()
    for what, path, other, name in (
            ("story page, 11 comments", small.eleven, few, "the rate on 3 stories"),
            ("story page, 1,000 comments", small.thousand, few, "the rate on 3 stories"),
            ("front page", "/", some, "the rate on 100 stories")):
        there, here = run.alternate(lambda: run.load(many, path), lambda: run.load(other, path))
        run.report.compare(f"{what}, on {run.large_name()}", there, here, name, 0.95)
    for site in (few, some, many):
        site.stop()
