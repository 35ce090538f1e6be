"""Updates: kept before they are confirmed, dealt with in order, none held up by another."""

from collections import Counter
from pathlib import Path

import pytest

from bot.messengers import NotDeliveredError, RetryAfterError, TokenRefusedError
from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ScriptedMessenger


class CrashError(Exception):
    """The process ended here."""


async def test_everybody_is_heard_in_their_own_order(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    for turn in range(5):
        for person in range(40):
            messenger.hears(f"telegram:{person + 1}", f"{turn}")
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        for person in range(40):
            assert messenger.texts_to(f"telegram:{person + 1}") == ["0", "1", "2", "3", "4"]


async def test_an_update_that_nobody_understands_is_put_aside_alone(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.hears("telegram:1", "before")
    messenger.hears_raw("{ not JSON")
    messenger.hears("telegram:1", "after")
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["before", "after"]
        assert await scene.updates() == [(1, "done"), (2, "quarantined"), (3, "done")]


async def test_who_meets_a_fault_of_ours_is_told_and_the_others_go_on(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    messenger.hears("telegram:1", "break my secret word")
    messenger.hears("telegram:2", "hello")
    messenger.hears("telegram:1", "still here")
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["Sorry, our fault", "still here"]
        assert messenger.texts_to("telegram:2") == ["hello"]
        assert await scene.updates() == [(1, "quarantined"), (2, "done"), (3, "done")]
    assert "could not be dealt with" in caplog.text
    assert "secret" not in caplog.text


async def test_updates_that_come_twice_are_dealt_with_once(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.hears("telegram:1", "once", number=7)
    messenger.hears("telegram:1", "once", number=7)
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        messenger.hears("telegram:1", "once", number=7)
        messenger.hears("telegram:1", "another", number=8)
        await scene.settle()
        assert Counter(messenger.texts_to("telegram:1")) == {"once": 1, "another": 1}


async def test_an_update_is_confirmed_only_once_it_is_kept(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    confirmed: list[int | None] = []

    def at_step(step: str) -> None:
        if step == "updates kept":
            confirmed.append(messenger.confirmed)

    messenger.hears("telegram:1", "hello")
    async with running(file, messenger, clock, at_step=at_step) as scene:
        await scene.settle()
        assert confirmed == [None]
        assert messenger.confirmed == 1


async def test_what_an_earlier_process_kept_is_dealt_with_first(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    def at_step(step: str) -> None:
        if step == "updates kept":
            raise CrashError

    messenger.hears("telegram:1", "kept")
    with pytest.raises(CrashError):
        async with running(file, messenger, clock, at_step=at_step) as scene:
            await scene.settle()
    later = ScriptedMessenger(clock)
    later.hears("telegram:1", "new", number=2)
    async with running(file, later, clock) as scene:
        await scene.settle()
        assert later.texts_to("telegram:1") == ["kept", "new"]


async def test_an_app_that_cannot_be_reached_is_asked_again_after_a_pause(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.receive_failures = [NotDeliveredError(), RetryAfterError(30)]
    messenger.hears("telegram:1", "hello")
    async with running(file, messenger, clock) as scene:
        await scene.passes(seconds=29)
        assert messenger.texts_to("telegram:1") == []
        await scene.passes(seconds=2)
        assert messenger.texts_to("telegram:1") == ["hello"]


async def test_a_number_that_no_app_counts_to_stops_nobody(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.hears("telegram:1", "impossible", number=2**70)
    messenger.hears("telegram:1", "possible", number=5)
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["possible"]


async def test_a_token_that_is_refused_ends_the_service(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.receive_failures = [TokenRefusedError()]
    with pytest.raises(TokenRefusedError):
        async with running(file, messenger, clock) as scene:
            await scene.settle()
