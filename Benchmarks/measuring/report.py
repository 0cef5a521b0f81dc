"""The results as a table and as JSON."""

import dataclasses
import json
import os
import pathlib
import platform
import re


@dataclasses.dataclass
class Row:
    what: str
    figures: object = None
    # Text such as "0.91 of nginx (61,204/s, 26 µs)" or "31 MB".
    measured: str = ""
    aim: str = ""
    reached: object = None


class Report:
    """Collects rows and prints each one as soon as it is measured."""

    HEAD = "| what | per second | p50 ms | p99 ms | CPU µs | result | target | met |"

    def __init__(self):
        self.rows = []
        self.is_begun = False

    def add(self, what, figures=None, measured="", aim="", reached=None):
        row = Row(what, figures, measured, aim, reached)
        self.rows.append(row)
        if not self.is_begun:
            print(f"{self.HEAD}\n|---|---:|---:|---:|---:|---|---|---|")
        self.is_begun = True
        print(self.line(row), flush=True)

    def compare(self, what, figures, beside, name, least):
        """Adds a row. The target is a rate of at least `least` times the yardstick's."""
        ratio = figures.rate / beside.rate
        self.add(what, figures, f"{ratio:.2f} of {name} ({beside.rate:,.0f}/s, {beside.cpu:,.0f} µs)",
                 f"≥ {least}", ratio >= least)

    def bound(self, what, value, unit, most, figures=None):
        """Adds a row. The target is a value of at most `most`."""
        self.add(what, figures, f"{value:,.2f} {unit}" if value < 10 else f"{value:,.0f} {unit}",
                 f"≤ {most:,g} {unit}", value <= most)

    def line(self, row):
        one = row.figures
        numbers = f"{one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {one.cpu:,.0f}" if one else " | | | "
        reached = {None: "", True: "yes", False: "**no**"}[row.reached]
        return f"| {row.what} | {numbers} | {row.measured} | {row.aim} | {reached} |"

    def write(self, file, run):
        rows = [dataclasses.asdict(row) for row in self.rows]
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"machine": machine(), "run": run, "rows": rows}, indent=2, ensure_ascii=False))


def machine():
    processor = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return {"processor": processor.group(1) if processor else platform.machine(), "cores": os.cpu_count(),
            "memory GB": round(int(memory.group(1)) / 1e6), "system": platform.platform()}
