"""The parts of `Benchmarks/soak.py`."""
