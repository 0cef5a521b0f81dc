"""Pages rendered for each request, with a page cache of zero bytes.

Simultaneous requests for the same page share one rendering, so either there is one connection, or each
connection requests a different story. The figure that counts is CPU time, which other load hardly affects.
"""

from .desk import add_moderator, signed_in


def measure(run):
    sites = run.small("few-uncached"), run.middling("some-uncached"), run.large
    for site in sites[1:]:
        add_moderator(run.binaries, site)
    few, some, many = (run.serve(site, PAGES_MEGABYTES=0) for site in sites)
    small, middling, large = sites
    elevens, = run.alternate(lambda: run.mix(some, "elevens", middling.stories_like_eleven(200)))
    run.report.bound("uncached story page, 11 comments", elevens.cpu / 1000, "ms of CPU", 0.3, elevens)
    compare(run, "uncached story page, 11 comments, one at a time", (few, small.eleven), many, "3 stories")
    figures = compare(run, "uncached story page, 1,000 comments", (few, small.thousand), many, "3 stories")
    run.report.bound("the same page on 3 stories", figures.cpu / 1000, "ms of CPU", 3, figures)
    compare(run, "uncached front page", (some, "/"), many, "2,000 stories")
    cookies = [{"Cookie": signed_in(site.connection())} for site in (some, many)]
    compare(run, "desk", (some, "/desk"), many, "2,000 stories", cookies)
    queue, = run.alternate(lambda: one(run, many, "/desk/queue", cookies[1]))
    run.report.bound(f"queue, on {run.large_name()}", queue.cpu / 1000, "ms of CPU", 3, queue)
    if large.middle:
        measure_middle(run, many, large)
    for site in (few, some, many):
        site.stop()


def measure_middle(run, site, large):
    for what, path in (("first page", large.hundred_thousand), ("middle page", large.middle["page"]),
                       ("permalink", large.middle["permalink"])):
        figures, = run.alternate(lambda: one(run, site, path))
        run.report.add(f"uncached {what} of 100,000 comments, {kilobytes(site, path):,.0f} KB", figures,
                       f"{figures.cpu / 1000:.2f} ms of CPU")


def compare(run, what, smaller, many, stories, fields=(None, None)):
    """Adds a row that compares the CPU time per KB of a page on the large site with that on a smaller site.

    The time is per KB because lists on the two sites name different stories. Returns the figures of the
    smaller site.
    """
    other, path = smaller
    here, there = run.alternate(lambda: one(run, other, path, fields[0]), lambda: one(run, many, path, fields[1]))
    ratio = (there.cpu / kilobytes(many, path, fields[1])) / (here.cpu / kilobytes(other, path, fields[0]))
    run.report.add(f"{what}, on {run.large_name()}", there,
                   f"{ratio:.2f} of the CPU per KB on {stories} ({here.cpu:,.0f} µs)", "≤ 1.05", ratio <= 1.05)
    return here


def one(run, site, path, fields=None):
    return run.load(site, path, connections=1, fields=fields)


def kilobytes(site, path, fields=None):
    return len(site.connection().get(path, fields).body) / 1000
