"""Tests of the messengers."""
