"""Pages rendered for each request: the page cache is set to zero, and one connection asks, because requests that come at the same
moment share a rendering. CPU time counts, which load beside it changes little."""

AIMS = (("11 comments", "eleven", 0.3), ("1,000 comments on one page", "thousand", 3))


def measure(run):
    small, thousandth, large = run.small("few-anew"), run.thousandth("thousandth-anew"), run.large
    few, some, many = (run.serve(site, PAGES_MEGABYTES=0) for site in (small, thousandth, large))
    for what, name, most in AIMS:
        path = getattr(small, name)
        there, here = run.alternate(lambda: one(run, many, path), lambda: one(run, few, path))
        run.report.bound(f"rendered anew, {what}", here.cpu / 1000, "ms of CPU", most, here)
        added(run, f"the same on {run.large_name()}", there, here, "that on 3 stories")
    there, here = run.alternate(lambda: one(run, many, "/"), lambda: one(run, some, "/"))
    added(run, f"rendered anew, front page, on {run.large_name()}", there, here, "that on 100 stories")
    if large.middle:
        for what, path in (("first page", large.hundred_thousand), ("a middle page", large.middle["page"]),
                           ("a permalink", large.middle["permalink"])):
            figures, = run.alternate(lambda: one(run, many, path))
            run.report.add(f"rendered anew, {what} of 100,000 comments, {weight(many, path)}", figures,
                           f"{figures.cpu / 1000:.2f} ms of CPU")
    for site in (few, some, many):
        site.stop()


def one(run, site, path):
    return run.load(site, path, connections=1)


def weight(site, path):
    return f"{len(site.connection().get(path).body) / 1000:,.0f} KB"


def added(run, what, there, here, name):
    ratio = there.cpu / here.cpu
    run.report.add(what, there, f"{ratio:.2f} of the CPU of {name}", "≤ 1.05", ratio <= 1.05)
