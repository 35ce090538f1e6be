"""What in some words may point at a person: names, numbers, places, health. A hint, never a proof.

Most of what people write in their own way is missed, so nothing that is found or not found here
may let anything pass: see docs/detection.md.
"""
