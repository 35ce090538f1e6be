"""Numbers about the service for whoever watches over it, in the form that Prometheus reads.

Every label is a word out of this source, or what the owner calls a bot in the settings, known when
the service begins: nothing that belongs to a person, a place or a request can become one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.exposition import generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.alive import Part
from bot.health import Condition
from bot.observing import Observer, Outcome
from storage.backlog import TO_BE_SENT, UNDER_WAY, Backlog
from storage.database import GROUP
from storage.failures import REASONS
from storage.model import FIRST_BOT
from storage.outbox import Purpose

#: Stands for a word that is not known.
OTHER: Final = "other"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_SIZES: Final = (1, 2, 4, 8, 16, 32, GROUP)


class Metrics(Observer):
    """Counts what it hears, and shows it with how things stand.

    `kinds` are the kinds of timed work, `seconds` a clock for lengths of time, and `free_bytes`
    says how much room there is for the database.
    """

    def __init__(
        self, kinds: Iterable[str], seconds: Callable[[], float], free_bytes: Callable[[], int]
    ) -> None:
        self._seconds = seconds
        self._registry = CollectorRegistry()
        self._standing = _HowItStands(free_bytes)
        self._registry.register(self._standing)
        ProcessCollector(registry=self._registry)

        self._received = self._counter("updates_received", "Updates that were new and kept.")
        self._handled = self._histogram(
            "update_seconds", "From an update's arrival until it was dealt with.", _SECONDS
        )
        self._failed = self._counter("update_failures", "Attempts at an update that failed.")
        self._put_aside = self._counter(
            "updates_put_aside", "Updates that could not be dealt with; whoever wrote was told."
        )
        messages = self._counter("messages", "Messages tried.", "purpose", "outcome")
        self._tried = {
            (purpose, outcome): messages.labels(purpose, outcome)
            for purpose in Purpose
            for outcome in Outcome
        }
        self._by_bot = self._counter("bot_messages", "Messages tried.", "bot", "outcome")
        self._asked_of = self._counter(
            "bot_asked_to_wait_seconds", "How long the app asked a bot to wait.", "bot"
        )
        self._asked = self._counter("asked_to_wait", "How often the app asked to wait.")
        self._asked_seconds = self._counter("asked_to_wait_seconds", "How long it asked to wait.")
        work = self._counter("timed_work", "Pieces of timed work.", "kind", "outcome")
        self._timed = {
            (kind, is_done): work.labels(kind, "done" if is_done else "failed")
            for kind in (*sorted(kinds), OTHER)
            for is_done in (True, False)
        }
        unavailable = self._counter(
            "database_unavailable", "How often the database could not be used.", "reason"
        )
        self._unavailable = {
            reason: unavailable.labels(reason) for reason in (*sorted(REASONS), OTHER)
        }
        self._group_size = self._histogram("commit_size", "Pieces of work in one commit.", _SIZES)
        self._commit = self._histogram("commit_seconds", "How long a commit took.", _SECONDS)

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(f"doorstep_{name}", says, labels, registry=self._registry)

    def _histogram(self, name: str, says: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"doorstep_{name}", says, buckets=buckets, registry=self._registry)

    def of(self, bot: str) -> Observer:
        """Return who hears what one bot does, and counts that by its name too."""
        tried = {outcome: self._by_bot.labels(bot, outcome) for outcome in Outcome}
        return _OfBot(self, bot, tried, self._asked_of.labels(bot))

    def fetched(self, count: int, at: datetime) -> None:
        self.fetched_by(FIRST_BOT, count, at)

    def fetched_by(self, bot: str, count: int, at: datetime) -> None:
        """Count updates that a bot fetched."""
        self._received.inc(count)
        self._standing.fetched_at[bot] = at

    def stands_by(self) -> None:
        self.stood_by(FIRST_BOT)

    def stood_by(self, bot: str) -> None:
        """Let nobody wait for the updates of a bot, which are not fetched here."""
        self._standing.fetched_at.pop(bot, None)

    def handled(self, seconds: float) -> None:
        self._handled.observe(seconds)

    def failed(self) -> None:
        self._failed.inc()

    def put_aside(self) -> None:
        self._put_aside.inc()

    def tried(self, purpose: Purpose, outcome: Outcome) -> None:
        self._tried[purpose, outcome].inc()

    def asked_to_wait(self, seconds: float) -> None:
        self._asked.inc()
        self._asked_seconds.inc(seconds)

    def timed(self, kind: str, *, is_done: bool) -> None:
        self._timed.get((kind, is_done), self._timed[OTHER, is_done]).inc()

    def unavailable(self, reason: str) -> None:
        self._unavailable.get(reason, self._unavailable[OTHER]).inc()

    def at_group(self, size: int) -> Callable[[], None]:
        """Take the time of a commit; what is returned is called at its end."""
        begun = self._seconds()

        def committed() -> None:
            self._group_size.observe(size)
            self._commit.observe(self._seconds() - begun)

        return committed

    def shown(self, condition: Condition, now: datetime) -> bytes:
        """Return everything counted, with how things stand now, as Prometheus reads it."""
        self._standing.condition, self._standing.now = condition, now
        return generate_latest(self._registry)


class _OfBot(Observer):
    """Hands on what one bot does, and counts part of it for that bot."""

    def __init__(
        self, all_of_it: Metrics, bot: str, tried: Mapping[Outcome, Counter], asked: Counter
    ) -> None:
        self._all = all_of_it
        self._bot = bot
        self._tried = tried
        self._asked = asked

    def fetched(self, count: int, at: datetime) -> None:
        self._all.fetched_by(self._bot, count, at)

    def stands_by(self) -> None:
        self._all.stood_by(self._bot)

    def handled(self, seconds: float) -> None:
        self._all.handled(seconds)

    def failed(self) -> None:
        self._all.failed()

    def put_aside(self) -> None:
        self._all.put_aside()

    def tried(self, purpose: Purpose, outcome: Outcome) -> None:
        self._tried[outcome].inc()
        self._all.tried(purpose, outcome)

    def asked_to_wait(self, seconds: float) -> None:
        self._asked.inc(seconds)
        self._all.asked_to_wait(seconds)

    def timed(self, kind: str, *, is_done: bool) -> None:
        self._all.timed(kind, is_done=is_done)

    def unavailable(self, reason: str) -> None:
        self._all.unavailable(reason)


class _HowItStands(Collector):
    """What is read off when it is asked for, and not counted."""

    def __init__(self, free_bytes: Callable[[], int]) -> None:
        self._free_bytes = free_bytes
        self.condition: Condition | None = None
        self.now: datetime | None = None
        self.fetched_at: dict[str, datetime] = {}

    def collect(self) -> Iterator[Metric]:
        if self.condition is None or self.now is None:
            return
        condition, now = self.condition, self.now
        well = _gauge("well", "Whether a part is well (1) or not (0).", "part")
        for part in Part:
            well.add_metric([part], part not in condition.unwell)
        yield well
        yield _number("updates_in_memory", "Updates being dealt with.", condition.standing.waiting)
        yield _number("messages_leaving", "Messages under way.", condition.standing.leaving)
        yield _number("disk_free_bytes", "Room for the database.", self._free_bytes())
        at_work = _gauge("bot_at_work", "Whether a bot is connected (1) or not (0).", "bot")
        for bot, is_at_work in condition.standing.bots.items():
            at_work.add_metric([bot], is_at_work)
        yield at_work
        if self.fetched_at:
            yield _number(
                "fetched_ago_seconds",
                "Since updates were last fetched.",
                # Of several bots that for which it is longest ago.
                _age(min(self.fetched_at.values()), now),
            )
        if condition.backlog is not None:
            yield from _waiting(condition.backlog, now)


def _waiting(backlog: Backlog, now: datetime) -> Iterator[Metric]:
    yield _number("updates_waiting", "Updates not dealt with.", backlog.updates)
    yield _number(
        "updates_oldest_seconds", "Age of the oldest of them.", _age(backlog.oldest_update_at, now)
    )
    counts = {(purpose, status): 0 for purpose in Purpose for status in TO_BE_SENT}
    # One that waits for a chat to be reachable again keeps nobody waiting.
    oldest = dict.fromkeys(Purpose, 0.0)
    for each in backlog.messages:
        counts[each.purpose, each.status] += each.count
        if each.status != "waiting":
            oldest[each.purpose] = max(oldest[each.purpose], _age(each.oldest_at, now))
    messages = _gauge("outbox_messages", "Messages to be sent.", "purpose", "status")
    for (purpose, status), count in counts.items():
        messages.add_metric([purpose, status], count)
    yield messages
    ages = _gauge("outbox_oldest_seconds", "Age of the oldest that could be sent.", "purpose")
    for purpose, age in oldest.items():
        ages.add_metric([purpose], age)
    yield ages
    requests = _gauge("requests", "Requests that are not at their end.", "status")
    for stands in UNDER_WAY:
        requests.add_metric([stands], backlog.requests.get(stands, 0))
    yield requests
    yield _number(
        "timed_work_overdue_seconds", "How late timed work is.", _age(backlog.work_due_at, now)
    )


def _age(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else max((now - moment).total_seconds(), 0.0)


def _gauge(name: str, says: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"doorstep_{name}", says, labels=labels)


def _number(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"doorstep_{name}", says, value=value)
