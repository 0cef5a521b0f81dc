"""The parts of `Benchmarks/measure.py` and `Benchmarks/soak.py`."""
