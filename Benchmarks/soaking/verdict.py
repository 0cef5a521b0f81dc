"""The checks at the end of a soak test."""

import collections
import re
import statistics
import subprocess

from measuring.servers import Broadsheet, surroundings

MEMORY_RULE = ("the median of the last quarter of the samples is at most 5% or 4 MB, whichever is more, above that of "
               "the first quarter after the first minute (the first third, in a test of less than three minutes)")


def memory_growth(samples):
    """Returns a sentence, and whether memory was stable. The samples are pairs of seconds and MB."""
    length = samples[-1][0]
    settled = [size for at, size in samples if at >= min(60, length / 3)]
    quarter = max(1, len(settled) // 4)
    early, late = statistics.median(settled[:quarter]), statistics.median(settled[-quarter:])
    most = max(size for _, size in samples)
    course = ", ".join(f"{size:.0f}" for _, size in samples[::max(1, len(samples) // 12)])
    return (f"memory: {samples[0][1]:.0f} MB at first, {early:.0f} MB settled, {late:.0f} MB at the end, "
            f"{most:.0f} MB at most; over time {course}", late <= early + max(4, early * 0.05))


def comments_present(site, ledger, before):
    """Every acknowledged comment is in the database once, under its number."""
    found = collections.Counter()
    numbers = {}
    for number, text in site.query("SELECT id, text FROM comments WHERE id > ?", before):
        for token in re.findall(r"soak\d+x[0-9a-f]+", text):
            found[token] += 1
            numbers[token] = number
    lost = [token for token in ledger.acknowledged if found[token] == 0]
    twice = [token for token, count in found.items() if count > 1]
    moved = [token for token, number in ledger.acknowledged.items() if numbers.get(token, number) != number]
    return (f"comments: {len(ledger.acknowledged):,} acknowledged, {len(lost)} missing, {len(twice)} twice, "
            f"{len(moved)} under another number", not (lost or twice or moved))


def pages_alike(server, fresh, paths):
    """Every page that was read is byte for byte what a second process renders now."""
    ours, theirs = server.connection(), fresh.connection()
    different = [path for path in sorted(paths) if ours.get(path).body != theirs.get(path).body]
    return f"pages: {len(paths):,} read, {len(different)} differ from a fresh rendering {different[:5]}", not different


def compare_with_fresh(binaries, server, site, paths, settings):
    fresh = Broadsheet(binaries, site.folder, **{**settings, "PAGES_MEGABYTES": 0})
    try:
        return pages_alike(server, fresh, paths)
    finally:
        fresh.stop()


def checked(binaries, site):
    check = subprocess.run([str(binaries / "broadsheet"), "check", "--data", str(site.folder)],
                           capture_output=True, text=True, env=surroundings())
    return f"check: {(check.stdout + check.stderr).strip()}", check.returncode == 0


def crowd_content(out):
    """Whether wrk saw only successful responses."""
    lines = [line.strip() for line in out.splitlines() if re.search("requests in|Non-2xx|Socket errors", line)]
    return f"crowd: {', '.join(lines)}", len(lines) == 1


def judge(soak, server, binaries, site, before, samples, crowd):
    """Runs and prints all checks. Stops the server before the last one."""
    ledger, audience = soak.ledger, soak.audience
    missed = audience.missed()
    verdicts = [
        (f"responses: {dict(ledger.counts)}, refused: {dict(ledger.refused)}, faults: {len(ledger.faults)}",
         not ledger.faults),
        crowd_content(crowd),
        (f"listeners: {len(audience.sockets)}, {audience.dropped} disconnected, {missed} notifications missed",
         not missed),
        memory_growth(samples),
        comments_present(site, ledger, before),
        compare_with_fresh(binaries, server, site, ledger.pages, soak.settings),
    ]
    server.stop()
    verdicts.append(checked(binaries, site))
    for fault, count in collections.Counter(re.sub(r"\d+", "…", fault) for fault in ledger.faults).most_common(10):
        print(f"  fault, {count} times: {fault}")
    for sentence, holds in verdicts:
        print(f"{'holds' if holds else 'FAILS'}  {sentence}")
    print(f"Memory is stable if {MEMORY_RULE}.")
    return all(holds for _, holds in verdicts)
