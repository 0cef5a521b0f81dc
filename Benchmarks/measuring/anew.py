"""Pages rendered for each request, with the page cache set to zero. Requests that come at the same moment share a rendering, so either
one connection asks, or each asks for another story. CPU time counts, which load beside it changes little."""

from .desk import add_moderator, signed_in


def measure(run):
    sites = run.small("few-anew"), run.middling("some-anew"), run.large
    for site in sites[1:]:
        add_moderator(run.binaries, site)
    few, some, many = (run.serve(site, PAGES_MEGABYTES=0) for site in sites)
    small, middling, large = sites
    elevens, = run.alternate(lambda: run.mix(some, "elevens", middling.stories_like_eleven(200)))
    run.report.bound("rendered anew, 11 comments", elevens.cpu / 1000, "ms of CPU", 0.3, elevens)
    added(run, "rendered anew, 11 comments, one at a time", (few, small.eleven), many, "3 stories")
    figures = added(run, "rendered anew, 1,000 comments on one page", (few, small.thousand), many, "3 stories")
    run.report.bound("the same on 3 stories", figures.cpu / 1000, "ms of CPU", 3, figures)
    added(run, "rendered anew, front page", (some, "/"), many, "2,000 stories")
    cookies = [{"Cookie": signed_in(site.connection())} for site in (some, many)]
    added(run, "the desk's queue", (some, "/desk"), many, "2,000 stories", cookies)
    if large.middle:
        measure_middle(run, many, large)
    for site in (few, some, many):
        site.stop()


def measure_middle(run, site, large):
    for what, path in (("first page", large.hundred_thousand), ("a middle page", large.middle["page"]),
                       ("a permalink", large.middle["permalink"])):
        figures, = run.alternate(lambda: one(run, site, path))
        run.report.add(f"rendered anew, {what} of 100,000 comments, {kilobytes(site, path):,.0f} KB", figures,
                       f"{figures.cpu / 1000:.2f} ms of CPU")


def added(run, what, asked, many, stories, fields=(None, None)):
    """A row: the CPU of a page on the large site beside that on a smaller one, a KB for a KB, because the same list names other
    stories there; gives the figures of the smaller."""
    other, path = asked
    here, there = run.alternate(lambda: one(run, other, path, fields[0]), lambda: one(run, many, path, fields[1]))
    ratio = (there.cpu / kilobytes(many, path, fields[1])) / (here.cpu / kilobytes(other, path, fields[0]))
    run.report.add(f"{what}, on {run.large_name()}", there,
                   f"{ratio:.2f} of the CPU a KB on {stories} ({here.cpu:,.0f} µs)", "≤ 1.05", ratio <= 1.05)
    return here


def one(run, site, path, fields=None):
    return run.load(site, path, connections=1, fields=fields)


def kilobytes(site, path, fields=None):
    return len(site.connection().get(path, fields).body) / 1000
