"""The app is asked whether what people do still arrives, and told again where it should."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.messengers import Delivery, NotDeliveredError, WebhookFailure
from bot.observing import Observer
from tests.clock import MovableClock
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

    def __init__(self, clock: MovableClock, *, speaks: bool = True) -> None:
        super().__init__(clock)
        self.speaks = speaks

    async def delivery(self) -> Delivery:
        if not self.speaks:
            raise NotDeliveredError
        assert self.webhook is not None
        return Delivery(self.webhook.url, 3, self.clock.now(), WebhookFailure.CONNECTION)


async def test_a_webhook_that_somebody_took_away_is_set_again(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with served(file, messenger, clock) as (scene, _):
        ours, messenger.webhook = messenger.webhook, None
        await scene.passes(minutes=1)
        assert messenger.webhook == ours


async def test_that_nothing_came_is_known_from_the_app(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    observer = _Fetches()
    async with served(file, messenger, clock, observer=observer) as (scene, _):
        await scene.passes(minutes=10)
        assert observer.at == clock.now()


async def test_what_does_not_arrive_is_said(
    file: Path, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    messenger, observer = Unreached(clock), _Fetches()
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
