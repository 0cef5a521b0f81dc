"""Measures Broadsheet beside its yardsticks: `python3 Benchmarks/measure.py .build/release [SECONDS]`."""

import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
BINARIES = pathlib.Path(sys.argv[1])
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A program that serves on a port, started and waited for."""

    def __init__(self, command, port, path, environment=None):
        began = time.monotonic()
        self.base = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            command, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                urllib.request.urlopen(self.base + path, timeout=1).read()
                break
            except OSError:
                time.sleep(0.002)
                if self.process.poll() is not None or time.monotonic() - began > 30:
                    raise SystemExit(f"{command[0]} does not serve")
        self.boot = (time.monotonic() - began) * 1000

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def load(url, connections, script):
    """Requests a second, and milliseconds at the median and the 99th percentile."""
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "-s", str(HERE / script), url],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx or 3xx" in out:
        raise SystemExit(f"{url} refused requests:\n{out}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    p50, p99 = re.search(r"p50 ([\d.]+) p99 ([\d.]+)", out).groups()
    return rate, float(p50), float(p99)


def fill(base, story, count):
    """Posts comments one by one; the limits are off."""
    for number in range(count):
        form = urllib.parse.urlencode({
            "name": f"reader {number % 97}", "version": "1",
            "text": f"Comment {number}. " + "It is about as long as comments are, in two sentences or three. " * 3})
        urllib.request.urlopen(f"{base}/stories/{story}/x/comments", form.encode()).read()


def without_limits():
    return {f"BROADSHEET_{name}": "0" for name in ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "COMMENTS_CLOSE_AFTER_DAYS")}


def right_address(base, story):
    return urllib.request.urlopen(f"{base}/stories/{story}").geturl()


def measure(folder):
    rows = []

    def row(what, figures, yardstick=None):
        rate, p50, p99 = figures
        rows.append({"what": what, "per second": round(rate), "p50 ms": p50, "p99 ms": p99,
                     "ratio": round(rate / yardstick, 3) if yardstick else None})

    hello_port = free_port()
    hello = Server([str(BINARIES / "yardsticks"), "hello", str(hello_port)], hello_port, "/hello")
    data = folder / "data"
    subprocess.run([str(BINARIES / "broadsheet"), "demo", "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    command = [str(BINARIES / "broadsheet"), "serve", "--data", str(data), "--port", str(port)]
    site = Server(command, port, "/health", without_limits())
    boot, memory_at_start = site.boot, site.memory()

    few, many = right_address(site.base, 3), right_address(site.base, 1)
    fill(site.base, 1, 1000)
    hello_figures = load(hello.base + "/hello", 32, "get.lua")
    row("hello, by the HTTP framework alone", hello_figures)
    row("story page, 11 comments", load(few, 32, "get.lua"), hello_figures[0])
    row("story page, first page of 1,000 comments", load(many, 32, "get.lua"), hello_figures[0])

    inserted = int(subprocess.run(
        [str(BINARIES / "yardsticks"), "insert", str(folder), str(SECONDS)],
        capture_output=True, text=True, check=True).stdout)
    row("SQLite insert, one commit a row", (inserted, 1000 / inserted, 0))
    post = right_address(site.base, 3) + "/comments"
    row("post a comment, 1 writer", load(post, 1, "post.lua"), inserted)
    row("post a comment, 32 writers", load(post, 32, "post.lua"), inserted)
    memory_after = site.memory()
    hello.stop()
    site.stop()
    return {"rows": rows, "boot ms": round(boot), "memory MB at start": round(memory_at_start),
            "memory MB after": round(memory_after), "seconds each": SECONDS}


def show(figures):
    print(f"| what | per second | p50 ms | p99 ms | ratio |\n|---|---:|---:|---:|---:|")
    for row in figures["rows"]:
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        print(f"| {row['what']} | {row['per second']:,} | {row['p50 ms']:.2f} | {row['p99 ms']:.2f} | {ratio} |")
    print(f"\nStart to first answer: {figures['boot ms']} ms. Memory: {figures['memory MB at start']} MB at start, "
          f"{figures['memory MB after']} MB after. Ratios are to \"hello\" and to the insert above.")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(pathlib.Path(folder))
    show(figures)
    out = pathlib.Path(".build-bench")
    out.mkdir(exist_ok=True)
    (out / "figures.json").write_text(json.dumps(figures, indent=2))
