"""A week of a neighbourhood, simulated on the real service: `python -m benchmarks.week`."""
