"""An event for thousands of listeners: the time until the last one receives it, and the memory per listener."""

import random
import statistics
import time
import urllib.parse

from .listeners import Listeners
from .writing import form

AIMS = ((5_000, 150), (10_000, 300))
KIB_PER_LISTENER = 16


def message(site, path, number):
    body = urllib.parse.urlencode(form(random.Random(number), f"event {number} {time.monotonic_ns()}")).encode()
    head = (f"POST {path}/comments HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


def measure(run, events=5):
    small = run.small("telling")
    for count, most in AIMS:
        site = run.serve(small)
        site.connection().get(small.eleven)
        before = site.memory()
        listeners = Listeners(site.port, small.eleven, count)
        if listeners.accepted < count:
            run.report.add(f"an event for {count:,} listeners", reached=False,
                           measured=f"only {listeners.accepted:,} accepted")
        else:
            show(run, site, small, listeners, count, most, before, events)
        listeners.close()
        site.stop()


def show(run, site, small, listeners, count, most, before, events):
    time.sleep(1)
    taken = (site.memory() - before) * 1024 / count
    told = []
    for number in range(events):
        told.append(listeners.tell(message(site, small.eleven, number)))
        time.sleep(0.5)
    heard, from_start, from_answer = zip(*told)
    run.report.add(f"events that reached all {count:,} listeners", aim="all",
                   measured=f"{sum(one == count for one in heard)} of {events}", reached=min(heard) == count)
    run.report.bound(f"event to the last of {count:,}, from the request", statistics.median(from_start) * 1000,
                     "ms", most)
    run.report.add(f"event to the last of {count:,}, from the response",
                   measured=f"{statistics.median(from_answer) * 1000:,.0f} ms")
    run.report.bound(f"memory per listener, {count:,} listeners", taken, "KiB", KIB_PER_LISTENER)
