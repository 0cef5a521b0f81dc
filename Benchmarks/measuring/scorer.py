"""The desk's own scorer: the time to train it, and to score and explain a comment of 500 and of 5,000 characters."""

import json
import subprocess


def measure(run):
    for count, most in ((10_000, 5), (100_000, 60)):
        figures = one_training(run, count)
        run.report.bound(f"training of the scorer with {count:,} rulings", figures["training seconds"], "s", most)
        run.report.bound(f"memory for the training with {count:,} rulings", figures["training MB"], "MB", 50)
    run.report.bound("scorer as bytes", figures["blob bytes"] / 1e6, "MB", 2)
    for text, most in (("500", 50), ("500 Chinese", 50), ("5000", 500)):
        name = f"{text} characters"
        run.report.bound(f"score of a comment, {name}, p50", figures[f"score {text} µs"], "µs", most)
        run.report.bound(f"score of a comment, {name}, p99", figures[f"score {text} µs p99"], "µs", 2 * most)
        run.report.bound(f"explanation of a score, {name}, p50", figures[f"explain {text} µs"], "µs", 20 * most)


def one_training(run, count):
    done = subprocess.run(
        [str(run.binaries / "yardsticks"), "scorer", str(count)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
