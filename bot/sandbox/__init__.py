"""Telegram in a box: the Bot API on this machine, with its real rules.

Made for the demo, the tests and the benchmarks. `server.Sandbox` is the door: it serves the Bot API
over HTTP, and lends out people and groups (`people.Person`, `groups.Group`) who write, tap and read
like people with phones.
"""
