"""The app is asked whether what people do still arrives, and told again where it should."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.messengers import (
    ContestedError,
    Delivery,
    NotDeliveredError,
    Webhook,
    WebhookFailure,
)
from bot.observing import Observer
from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ScriptedMessenger
from tests.service.sender import served

ADA = "telegram:1"


class _Fetches(Observer):
    """Notes when it was last known that nothing is held back."""

    at: datetime | None = None

    def fetched(self, count: int, at: datetime) -> None:
        self.at = at


class Unreached(ScriptedMessenger):
    """An app that cannot hand over what waits, or does not say how it stands."""

    def __init__(
        self, clock: MovableClock, *, speaks: bool = True, behind: timedelta = timedelta()
    ) -> None:
        super().__init__(clock)
        self.speaks = speaks
        self.behind = behind

    async def delivery(self) -> Delivery:
        if not self.speaks:
            raise NotDeliveredError
        assert self.webhook is not None
        at = self.clock.now() - self.behind
        return Delivery(self.webhook.url, 3, at, WebhookFailure.CONNECTION, at=at)


async def test_a_webhook_that_somebody_took_away_is_set_again(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with served(file, messenger, clock) as (scene, _):
        ours, messenger.webhook = messenger.webhook, None
        await scene.passes(minutes=1)
        assert messenger.webhook == ours


async def test_one_that_somebody_set_while_updates_are_asked_for_is_taken_away(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(file, messenger, clock) as scene:
        messenger.webhook = Webhook("https://elsewhere.example.org", "secret")
        # The app hands over nothing to whoever asks beside it, and says so to each.
        messenger.receive_failures = [ContestedError()]
        messenger.hears(ADA, "ends the question that was open", 1)
        await scene.passes(seconds=10)
        messenger.hears(ADA, "hello", 2)
        await scene.passes(seconds=10)
        assert await messenger.delivery() == Delivery(None, 0)
        assert messenger.texts_to(ADA)[-1] == "hello"
    assert "somebody set a webhook" in caplog.text
    assert "elsewhere" not in caplog.text


async def test_that_nothing_came_is_known_from_the_app(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    observer = _Fetches()
    async with served(file, messenger, clock, observer=observer) as (scene, _):
        await scene.passes(minutes=10)
        assert observer.at == clock.now()


@pytest.mark.parametrize("minutes", [0, 5, -5])
async def test_what_does_not_arrive_is_said_whatever_our_clock_shows(
    file: Path, clock: MovableClock, caplog: pytest.LogCaptureFixture, minutes: int
) -> None:
    messenger, observer = Unreached(clock, behind=timedelta(minutes=minutes)), _Fetches()
    async with served(file, messenger, clock, observer=observer) as (scene, _):
        await scene.passes(minutes=10)
    assert "updates do not reach the webhook" in caplog.text
    assert observer.at is None


async def test_an_app_that_says_nothing_of_it_stops_nobody(file: Path, clock: MovableClock) -> None:
    messenger = Unreached(clock, speaks=False)
    async with served(file, messenger, clock) as (scene, sender):
        await scene.passes(minutes=10)
        assert await sender.sends(1, ADA, "hello") == 200
        await scene.settle()
        assert messenger.texts_to(ADA) == ["hello"]
