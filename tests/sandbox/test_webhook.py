"""How updates are sent to a webhook, what is sent again and when, and what is said of it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiohttp import web

from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api, button, until

SECRET = "a-secret_of-9"  # noqa: S105 - opens nothing


@dataclass
class Receiver:
    """A bot that is sent updates; answers with `status`, and waits while `goes_on` is not set."""

    address: str = ""
    status: int = 200
    later: int | None = None
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)
    heard: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0

    @property
    def texts(self) -> list[str]:
        """The words of every message that was sent, also of those sent again."""
        return [one["message"]["text"] for one in self.heard if "message" in one]

    async def answer(self, request: web.Request) -> web.Response:
        self.heard.append(json.loads(await request.read()))
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.goes_on.wait()
        finally:
            self.under_way -= 1
        headers = {} if self.later is None else {"Retry-After": f"{self.later}"}
        return web.Response(status=self.status, headers=headers)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """Serve a receiver on this machine."""
    receiver = Receiver()
    receiver.goes_on.set()
    application = web.Application()
    application.router.add_post("/hook", receiver.answer)
    runner = web.AppRunner(
        application, access_log=None, handler_cancellation=True, shutdown_timeout=0.1
    )
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as made:
        yield made


Quiet = Callable[[], Awaitable[None]]


@pytest.fixture
def quiet(sandbox: Sandbox) -> Quiet:
    """Waits until nothing more is sent before the clock moves."""

    async def quiet() -> None:
        tried = -1
        while tried != len(sandbox.world.webhook.tried):
            tried = len(sandbox.world.webhook.tried)
            await asyncio.sleep(0.05)

    return quiet


async def test_every_update_is_sent_with_the_secret_and_once(
    api: Api, sandbox: Sandbox, receiver: Receiver, maria: Person
) -> None:
    maria.says("Before")
    assert await api.ok("setWebhook", url=receiver.address, secret_token=SECRET) is True
    maria.says("After")
    await until(lambda: not len(sandbox.world.queue))
    assert receiver.texts == ["/start", "Before", "After"]
    numbers = [one["update_id"] for one in receiver.heard]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
    assert set(receiver.secrets) == {SECRET}


async def test_of_a_chat_one_is_under_way_and_chats_go_side_by_side(
    api: Api, sandbox: Sandbox, receiver: Receiver
) -> None:
    people = [sandbox.add_person(f"Person {number}") for number in range(7)]
    receiver.goes_on.clear()
    await api.ok("setWebhook", url=receiver.address, max_connections=5)
    for person in people:
        person.says("One")
        person.says("Two")
    await until(lambda: receiver.under_way == 5)
    assert receiver.texts == ["One"] * 5
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 14
    receiver.goes_on.set()
    await until(lambda: not len(sandbox.world.queue))
    assert sorted(receiver.texts) == ["One"] * 7 + ["Two"] * 7
    assert receiver.most_under_way == 5
    for person in people:
        own = [one["message"] for one in receiver.heard]
        told = [one["text"] for one in own if one["from"]["id"] == person.id]
        assert told == ["One", "Two"]


async def test_a_press_goes_beside_what_its_person_wrote(
    api: Api, receiver: Receiver, maria: Person
) -> None:
    await api.updates()
    await api.updates()
    await api.send(maria.id, "?", [button("Yes", "y")])
    receiver.goes_on.clear()
    await api.ok("setWebhook", url=receiver.address)
    maria.says("Well")
    maria.taps("Yes")
    await until(lambda: receiver.under_way == 2)
    receiver.goes_on.set()


async def test_what_is_refused_is_sent_again_after_growing_pauses(
    api: Api,
    sandbox: Sandbox,
    clock: MovableClock,
    receiver: Receiver,
    maria: Person,
    quiet: Quiet,
) -> None:
    receiver.status = 500
    await api.ok("setWebhook", url=receiver.address)
    maria.says("Two")
    await quiet()
    begin = clock.now()
    for _ in range(60):
        clock.move(timedelta(seconds=1))
        await quiet()
    after = [(tried.moment - begin).total_seconds() for tried in sandbox.world.webhook.tried]
    assert after == [0, 0, 2, 6, 14, 30]
    # What comes later of the same chat waits behind it.
    assert set(receiver.texts) == {"/start"}
    info = await api.ok("getWebhookInfo")
    assert (
        info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert info["last_error_date"] == int(begin.timestamp()) + 30
    receiver.status = 200
    clock.move(timedelta(minutes=2))
    await until(lambda: not len(sandbox.world.queue))
    assert receiver.texts[-2:] == ["/start", "Two"]


@pytest.mark.usefixtures("maria")
async def test_who_asks_for_a_pause_gets_it(
    api: Api, sandbox: Sandbox, clock: MovableClock, receiver: Receiver, quiet: Quiet
) -> None:
    receiver.status, receiver.later = 503, 7
    await api.ok("setWebhook", url=receiver.address)
    for _ in range(15):
        await quiet()
        clock.move(timedelta(seconds=1))
    moments = [tried.moment for tried in sandbox.world.webhook.tried]
    assert [(each - moments[0]).total_seconds() for each in moments] == [0, 7, 14]


async def test_a_press_that_comes_too_late_is_dropped_and_a_message_is_not(
    api: Api, sandbox: Sandbox, receiver: Receiver, maria: Person, quiet: Quiet
) -> None:
    await api.send(maria.id, "?", [button("Yes", "y")])
    maria.taps("Yes")
    receiver.status, receiver.later = 503, 151
    await api.ok("setWebhook", url=receiver.address)
    await quiet()
    assert len(sandbox.world.queue) == 1
    assert [next(iter(one.keys() - {"update_id"})) for one in receiver.heard] == [
        "message",
        "callback_query",
    ]


@pytest.mark.usefixtures("maria")
async def test_who_does_not_answer_is_asked_again(
    api: Api, sandbox: Sandbox, clock: MovableClock, receiver: Receiver
) -> None:
    receiver.goes_on.clear()
    await api.ok("setWebhook", url=receiver.address)
    await until(lambda: receiver.under_way == 1)
    clock.move(timedelta(seconds=60))
    await until(lambda: len(receiver.heard) == 2)
    assert (await api.ok("getWebhookInfo"))["last_error_message"] == "Read timeout expired"
    receiver.goes_on.set()
    await until(lambda: not len(sandbox.world.queue))


@pytest.mark.usefixtures("maria")
async def test_nobody_listens(api: Api, sandbox: Sandbox) -> None:
    await api.ok("setWebhook", url="http://127.0.0.1:1/hook")
    await until(lambda: len(sandbox.world.webhook.tried) == 2)
    assert (await api.ok("getWebhookInfo"))["last_error_message"] == "Connection refused"


async def test_an_answer_that_was_lost_brings_it_again(
    api: Api, sandbox: Sandbox, receiver: Receiver, maria: Person
) -> None:
    sandbox.mischief.rates.set("duplicate_updates", 0.5)
    for number in range(20):
        maria.says(f"{number}")
    await api.ok("setWebhook", url=receiver.address)
    await until(lambda: not len(sandbox.world.queue))
    assert len(receiver.texts) > 21
    assert list(dict.fromkeys(receiver.texts)) == ["/start", *(f"{each}" for each in range(20))]


async def test_gone_for_a_day_ends_it(
    api: Api, clock: MovableClock, receiver: Receiver, maria: Person, quiet: Quiet
) -> None:
    receiver.status = 410
    await api.ok("setWebhook", url=receiver.address)
    for _ in range(24):
        maria.says("Still here")
        await quiet()
        clock.move(timedelta(hours=1))
    await quiet()
    assert (await api.ok("getWebhookInfo"))["url"] == ""


@pytest.mark.usefixtures("maria")
async def test_polling_and_a_webhook_do_not_go_together(api: Api, receiver: Receiver) -> None:
    receiver.status = 500
    await api.ok("setWebhook", url=receiver.address, allowed_updates=["message"])
    refusal = await api.refused("getUpdates")
    assert refusal.code == 409
    assert "webhook is active" in refusal.description
    info = await api.ok("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (receiver.address, 40)
    assert info["allowed_updates"] == ["message"]
    await api.ok("deleteWebhook")
    assert (await api.ok("getWebhookInfo"))["url"] == ""
    assert [one["message"]["text"] for one in await api.updates()] == ["/start"]


async def test_a_poll_ends_where_a_webhook_is_set(
    api: Api, clock: MovableClock, receiver: Receiver
) -> None:
    poll = asyncio.create_task(api.refused("getUpdates", timeout=50))
    await until(lambda: clock.next_waking is not None)
    await api.ok("setWebhook", url=receiver.address)
    assert (await poll).description == "Conflict: terminated by setWebhook request"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided"),
        ({"url": "https://example.org:9443/"}, "bad webhook: Webhook can be set up only on ports"),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "https://example.org/", "secret_token": "a b"}, "secret token contains"),
        ({"url": "https://example.org/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_addresses_and_secrets_that_are_refused(api: Api, params: Json, words: str) -> None:
    refusal = await api.refused("setWebhook", **params)
    assert refusal.code == 400
    assert refusal.description.startswith(f"Bad Request: {words}")


async def test_a_silent_app_sends_nothing(
    api: Api,
    sandbox: Sandbox,
    clock: MovableClock,
    receiver: Receiver,
    maria: Person,
    quiet: Quiet,
) -> None:
    await api.ok("setWebhook", url=receiver.address)
    await until(lambda: not len(sandbox.world.queue))
    sandbox.mischief.be_silent(clock.now() + timedelta(seconds=30))
    maria.says("Hello")
    await quiet()
    assert receiver.texts == ["/start"]
    for _ in range(31):
        clock.move(timedelta(seconds=1))
        await asyncio.sleep(0.005)
    await until(lambda: not len(sandbox.world.queue))
    assert receiver.texts == ["/start", "Hello"]
