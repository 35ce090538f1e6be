"""Measurements of the service, beside plain bots on the two client libraries.

`python -m benchmarks` runs them all; `python -m benchmarks --help` lists the parts.
"""
