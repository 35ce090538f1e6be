"""Numbers about the service: what they count, and that they tell of nobody."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.alive import Part
from bot.health import Condition, Health
from bot.messengers import (
    ChatUnreachableError,
    FateUnknownError,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
)
from bot.metrics import Metrics
from bot.observing import Outcome
from bot.service import Standing
from storage import due_work
from storage.backlog import Backlog
from storage.database import Transaction, Work
from storage.failures import DatabaseUnavailableError
from storage.model import FIRST_BOT
from storage.outbox import Purpose
from tests.clock import BEGINNING, MovableClock
from tests.exposition import assert_nothing_personal, metrics_of, shown, value
from tests.service.scene import Scene, running
from tests.service.scripted import ScriptedMessenger, message

MARKED: Final = "zqaaaaab"
BOOK: Final = Path(__file__).parents[2] / "docs" / "operating.md"
NOTHING = Backlog(0, None, [], {}, None)


async def told(scene: Scene, metrics: Metrics) -> str:
    """Return what is told at this moment."""
    health = Health(lambda: scene.service.standing, scene.database.transact, scene.clock)
    return metrics.shown(await health.examine(), scene.clock.now()).decode()


async def test_updates_are_counted_when_they_come_and_when_they_are_dealt_with(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    async with running(file, messenger, clock, observer=metrics) as scene:
        messenger.hears("telegram:1", f"hello {MARKED}")
        messenger.hears("telegram:2", f"break {MARKED}")
        messenger.hears_raw(f"no update {MARKED}")
        await scene.settle()
        text = await told(scene, metrics)
    assert value(text, "updates_received_total") == 3
    assert value(text, "update_seconds_count") == 1
    assert value(text, "update_failures_total") == 2
    assert value(text, "updates_put_aside_total") == 2
    assert value(text, "updates_waiting") == 0
    assert_nothing_personal(text)


async def test_updates_that_nobody_fetches_show(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    async with running(file, messenger, clock, observer=metrics) as scene:
        messenger.hears("telegram:1", "hello")
        await scene.settle()
        clock.move(timedelta(minutes=7))
        assert value(await told(scene, metrics), "fetched_ago_seconds") == 7 * 60
    # Whoever does not fetch any more has nobody wait, such as one of several processes.
    assert "fetched_ago_seconds" not in shown(metrics, condition())


@pytest.mark.parametrize(
    ("error", "purpose", "outcome"),
    [
        (None, Purpose.ANSWER, "sent"),
        (NotDeliveredError(), Purpose.NEWS, "retry"),
        (FateUnknownError(), Purpose.ANSWER, "retry"),
        (FateUnknownError(), Purpose.BULK, "unknown"),
        (ChatUnreachableError(), Purpose.SAFETY, "waiting"),
        (RefusedError(MARKED), Purpose.NEWS, "dead"),
    ],
)
async def test_messages_are_counted_by_what_became_of_them(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    error: MessengerError | None,
    purpose: Purpose,
    outcome: str,
) -> None:
    metrics = metrics_of()
    messenger.judge = lambda _: error
    async with running(file, messenger, clock, observer=metrics) as scene:
        await scene.keep(message(await scene.chat("telegram:1"), MARKED, purpose))
        await scene.settle()
        text = await told(scene, metrics)
    assert value(text, "messages_total", purpose=purpose, outcome=outcome) == 1
    assert_nothing_personal(text)


async def test_what_is_to_be_sent_shows_with_its_age(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    messenger.judge = lambda _: RetryAfterError(300)
    async with running(file, messenger, clock, observer=metrics) as scene:
        await scene.keep(message(await scene.chat("telegram:1"), MARKED, Purpose.SAFETY))
        await scene.settle()
        await scene.passes(minutes=2)
        text = await told(scene, metrics)
    assert value(text, "outbox_messages", purpose="safety", status="retry") == 1
    assert value(text, "outbox_oldest_seconds", purpose="safety") == 120
    assert value(text, "outbox_oldest_seconds", purpose="answer") == 0
    assert value(text, "asked_to_wait_total") == 1
    assert value(text, "asked_to_wait_seconds_total") == 300


async def test_what_waits_for_a_chat_to_be_reachable_has_no_age(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    messenger.judge = lambda _: ChatUnreachableError()
    async with running(file, messenger, clock, observer=metrics) as scene:
        await scene.keep(message(await scene.chat("telegram:1"), MARKED))
        await scene.passes(minutes=2)
        text = await told(scene, metrics)
    assert value(text, "outbox_messages", purpose="answer", status="waiting") == 1
    assert value(text, "outbox_oldest_seconds", purpose="answer") == 0


async def test_what_nobody_would_miss_is_counted_as_dead(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    async with running(file, messenger, clock, observer=metrics) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, MARKED, Purpose.NEWS, expires_at=clock.now()))
        await scene.settle()
        text = await told(scene, metrics)
    assert value(text, "messages_total", purpose="news", outcome="dead") == 1


async def test_timed_work_of_an_unknown_kind_has_no_name(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    metrics = metrics_of()
    async with running(file, messenger, clock, observer=metrics) as scene:
        await scene.chat("telegram:1")
        for kind in (MARKED, "broken"):
            await scene.do(partial(_plan, kind, clock))
        await scene.settle()
        await scene.passes(minutes=1)
        text = await told(scene, metrics)
    assert value(text, "timed_work_total", kind="other", outcome="done") == 1
    assert value(text, "timed_work_total", kind="other", outcome="failed") >= 1
    assert value(text, "timed_work_overdue_seconds") == 60
    assert_nothing_personal(text)


async def _plan(kind: str, clock: MovableClock, transaction: Transaction) -> None:
    await due_work.plan(transaction, kind, 1, clock.now())


def condition(*unwell: Part, backlog: Backlog | None = NOTHING) -> Condition:
    standing = Standing(has_begun=True, is_running=True, alive_at=BEGINNING)
    return Condition(frozenset(unwell), standing, backlog)


def test_a_database_that_cannot_be_used_is_counted_by_the_reason() -> None:
    metrics = metrics_of()
    metrics.unavailable("disk full")
    metrics.unavailable(MARKED)
    text = shown(metrics, condition())
    assert value(text, "database_unavailable_total", reason="disk full") == 1
    assert value(text, "database_unavailable_total", reason="other") == 1
    assert_nothing_personal(text)


def test_a_commit_is_measured_with_its_size() -> None:
    metrics = metrics_of()
    metrics.at_group(3)()
    metrics.at_group(5)
    text = shown(metrics, condition())
    assert value(text, "commit_size_sum") == 3
    assert value(text, "commit_seconds_count") == 1


def test_parts_that_are_unwell_show_and_what_nobody_knows_does_not() -> None:
    text = shown(metrics_of(), condition(Part.DATABASE, backlog=None))
    assert value(text, "well", part="database") == 0
    assert value(text, "well", part="loops") == 1
    assert "doorstep_outbox" not in text
    assert "process_resident_memory_bytes" in text


def test_the_book_names_every_number_and_no_other() -> None:
    book = BOOK.read_text(encoding="utf-8")
    families = text_string_to_metric_families(shown(metrics_of(), condition()))
    told = [each for each in families if each.name.startswith("doorstep_")]
    names = {each.name.removeprefix("doorstep_") for each in told}
    table = set(re.findall(r"`([a-z_]+?)(?:_total)?(?:\{[a-z,]+\})?`", book))
    assert {name for name in names if not name.endswith("_created")} <= table
    samples = {one.name for each in told for one in each.samples}
    # Shown once it is known.
    samples.add("doorstep_fetched_ago_seconds")
    asked = set(re.findall(r"doorstep_[a-z_]+", book)) - {
        "doorstep_",
        "doorstep_fetched_ago_seconds",
    }
    assert "doorstep_well" in asked
    assert asked <= samples


def test_two_that_count_know_nothing_of_each_other() -> None:
    one, other = metrics_of(), metrics_of()
    one.put_aside()
    assert value(shown(other, condition()), "updates_put_aside_total") == 0


async def test_a_database_that_does_not_answer_is_unwell() -> None:
    async def refuse(work: Work[object]) -> object:
        raise DatabaseUnavailableError("busy")

    standing = condition().standing
    health = Health(lambda: standing, refuse, MovableClock())  # type: ignore[arg-type] # none looks
    found = await health.examine()
    assert found.unwell == {Part.DATABASE}


def test_what_a_bot_does_is_counted_for_it_and_for_all() -> None:
    metrics = metrics_of()
    parish, first = metrics.of("parish"), metrics.of(FIRST_BOT)
    parish.tried(Purpose.ANSWER, Outcome.SENT)
    first.tried(Purpose.ANSWER, Outcome.SENT)
    parish.asked_to_wait(7)
    parish.fetched(2, BEGINNING - timedelta(minutes=5))
    first.fetched(1, BEGINNING)
    stands = replace(condition().standing, bots={FIRST_BOT: True, "parish": False})
    text = shown(metrics, replace(condition(), standing=stands))
    assert value(text, "bot_messages_total", bot="parish", outcome="sent") == 1
    assert value(text, "messages_total", purpose="answer", outcome="sent") == 2
    assert value(text, "bot_asked_to_wait_seconds_total", bot="parish") == 7
    assert value(text, "asked_to_wait_seconds_total") == 7
    assert value(text, "updates_received_total") == 3
    assert value(text, "fetched_ago_seconds") == 300
    parish.stands_by()
    assert value(shown(metrics, condition()), "fetched_ago_seconds") == 0
    assert value(text, "bot_at_work", bot="parish") == 0
    assert value(text, "bot_at_work", bot=FIRST_BOT) == 1
    assert_nothing_personal(text)
