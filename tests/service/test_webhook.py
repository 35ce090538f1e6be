"""Updates that are sent: kept before the answer, refused without a word, sent again otherwise."""

import asyncio
import json
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.door import LARGEST_BODY, Door
from bot.lines import MOST_OF_ONE, MOST_PEOPLE
from bot.messengers import (
    NotDeliveredError,
    RefusedError,
    TokenRefusedError,
    Webhook,
)
from bot.messengers.telegram.messenger import ABILITIES
from bot.observing import Onlookers
from bot.terminal import CannotGoOnError
from bot.web_addresses import ListenAddress
from bot.webhook import WebhookServer, secret_for
from storage.database import Transaction
from tests.clock import MovableClock
from tests.ports import free_port
from tests.service.scene import TOKEN, not_begun
from tests.service.scripted import ScriptedMessenger
from tests.service.sender import SECRET, Sender, served
from tests.service.test_fetching import Listener, PhotoMessenger

ADA, BEN = "telegram:1", "telegram:2"


class CrashError(Exception):
    """The process ended here."""


def test_the_secret_is_one_that_telegram_takes_and_says_nothing_of_the_token() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,256}", SECRET)
    assert secret_for(TOKEN + "x") != SECRET
    assert SECRET not in repr(Webhook("https://example.org/", SECRET))


async def test_what_is_sent_is_heard_and_its_answer_comes_after_the_commit(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    steps: list[str] = []

    def at_step(step: str) -> None:
        if step.startswith("updates"):
            steps.append(step)

    async with served(file, messenger, clock, at_step=at_step) as (scene, sender):
        assert messenger.webhook is not None
        assert messenger.webhook.url == f"http://127.0.0.1:{sender.port}/telegram"
        assert messenger.webhook.secret == SECRET
        assert await sender.sends(1, ADA, "hello") == 200
        steps.append("answered")
        await scene.settle()
        assert steps == ["updates arrived", "updates kept", "answered"]
        assert messenger.texts_to(ADA) == ["hello"]


async def test_what_is_sent_twice_is_heard_once(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with served(file, messenger, clock) as (scene, sender):
        sent = [sender.sends(7, ADA, "once") for _ in range(5)]
        assert await asyncio.gather(*sent) == [200] * 5
        assert await sender.sends(7, ADA, "once") == 200
        await scene.settle()
        assert messenger.texts_to(ADA) == ["once"]
        assert await scene.updates() == [(7, "done")]


@pytest.mark.parametrize("step", ["updates arrived", "updates kept"])
async def test_what_was_not_answered_comes_again_and_is_heard_once(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, step: str
) -> None:
    def at_step(name: str) -> None:
        if name == step:
            raise CrashError

    async def is_sent() -> None:
        async with served(file, messenger, clock, at_step=at_step) as (scene, sender):
            assert await sender.sends(1, ADA, "hello") == 503
            await scene.settle()

    with pytest.raises(CrashError):
        await is_sent()
    async with served(file, messenger, clock) as (scene, sender):
        assert await sender.sends(1, ADA, "hello") == 200
        await scene.settle()
    assert messenger.texts_to(ADA) == ["hello"]


class TestAtTheDoor:
    @pytest.mark.parametrize(
        "headers",
        [{}, {"X-Secret": ""}, {"X-Secret": SECRET[:-1]}, {"X-Secret": SECRET + "a"}],
    )
    async def test_who_does_not_know_the_secret_hears_nothing(
        self,
        file: Path,
        messenger: ScriptedMessenger,
        clock: MovableClock,
        headers: dict[str, str],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        update = json.dumps({"number": 1, "from": ADA, "text": "hello"}).encode()
        async with served(file, messenger, clock) as (scene, sender):
            for method in ("POST", "GET", "PUT"):
                answer = await sender.posts(update, headers, method)
                assert answer == (403, b"", None)
            await scene.settle()
            assert await scene.updates() == []
        assert SECRET not in caplog.text

    async def test_what_they_send_is_not_even_read(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (_, sender):
            head = b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n"
            answer = await _raw(sender, head)
            assert answer.startswith(b"HTTP/1.1 403 ")

    async def test_what_is_too_large_is_not_taken(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            answer = await sender.posts(_without_end(LARGEST_BODY + 2))
            assert (answer.status, answer.body) == (413, b"")
            assert await sender.sends(1, ADA, "a" * 100_000) == 200
            await scene.settle()
            assert await scene.updates() == [(1, "done")]

    async def test_what_breaks_off_is_not_taken(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            _, writer = await asyncio.open_connection("127.0.0.1", sender.port)
            head = f"POST / HTTP/1.1\r\nHost: x\r\nX-Secret: {SECRET}\r\nContent-Length: 99\r\n\r\n"
            writer.write(head.encode() + b'{"number": 1, ')
            await writer.drain()
            writer.close()
            await writer.wait_closed()
            assert await sender.sends(2, ADA, "hello") == 200
            await scene.settle()
            assert await scene.updates() == [(2, "done")]

    async def test_what_takes_too_long_is_not_waited_for(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            address = ListenAddress("127.0.0.1", free_port())
            impatient = WebhookServer(
                messenger,
                scene.service.receiving[0].inbox,
                scene.database.transact,
                clock,
                Onlookers(),
                Webhook("http://127.0.0.1/", SECRET),
                Door(address),
                patience=0.01,
            )
            await impatient.open()
            head = f"POST / HTTP/1.1\r\nHost: x\r\nX-Secret: {SECRET}\r\nContent-Length: 99\r\n\r\n"
            answer = await _raw(Sender(address.port, sender.session), head.encode() + b"{")
            await impatient.close()
            assert answer.startswith(b"HTTP/1.1 408 ")

    @pytest.mark.parametrize("body", [b"", b"hello", b"[]", b'{"number": ', b"\xff", b"[" * 9_000])
    async def test_what_is_no_update_is_refused_and_stops_nobody(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock, body: bytes
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            assert await sender.posts(body) == (400, b"", None)
            assert await sender.sends(1, ADA, "hello") == 200
            await scene.settle()
            assert messenger.texts_to(ADA) == ["hello"]

    async def test_what_nobody_understands_is_put_aside_and_not_sent_again(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            assert (await sender.posts(b'{"number": 1}')).status == 200
            assert (await sender.posts(b'{"number": 1}')).status == 200
            impossible = json.dumps({"number": 2**70, "from": ADA, "text": "impossible"})
            assert (await sender.posts(impossible.encode())).status == 200
            assert await sender.sends(2, ADA, "hello") == 200
            await scene.settle()
            assert await scene.updates() == [(1, "quarantined"), (2, "done")]
            assert messenger.texts_to(ADA) == ["hello"]


class TestLater:
    @pytest.mark.sqlite("a lock on the whole file")
    async def test_while_the_database_is_away(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            update = json.dumps({"number": 1, "from": ADA, "text": "hello"}).encode()
            with closing(sqlite3.connect(file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                assert await sender.posts(update) == (503, b"", "5")
            assert (await sender.posts(update)).status == 200
            await scene.settle()
            assert messenger.texts_to(ADA) == ["hello"]

    async def test_while_there_is_no_room(self, file: Path, clock: MovableClock) -> None:
        messenger = PhotoMessenger(clock)
        messenger.fetches.clear()
        messenger.files["f"] = b""
        async with served(file, messenger, clock, handlers=Listener().handlers) as (scene, sender):
            for number in range(1, MOST_PEOPLE + 1):
                account = f"telegram:{number}"
                photo = {"number": number, "from": account, "in": account, "file": "f"}
                assert (await sender.posts(json.dumps(photo).encode())).status == 200
            update = json.dumps({"number": 1000, "from": "telegram:1000", "text": "hello"})
            assert await sender.posts(update.encode()) == (503, b"", "1")
            messenger.fetches.set()
            await scene.settle()
            assert (await sender.posts(update.encode())).status == 200

    async def test_whoever_sends_very_much_is_not_sent_again(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock) as (scene, sender):
            sent = [sender.sends(number, ADA, f"{number}") for number in range(1, 301)]
            assert set(await asyncio.gather(*sent)) == {200}
            assert await sender.sends(1000, BEN, "hello") == 200
            await scene.settle()
            assert messenger.texts_to(BEN) == ["hello"]
            assert MOST_OF_ONE <= len(await scene.updates()) < 300


class TestOrder:
    async def test_what_arrives_together_is_heard_by_its_numbers(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        goes_on = asyncio.Event()

        async def hang(transaction: Transaction) -> None:
            await goes_on.wait()

        async with served(file, messenger, clock) as (scene, sender):
            hanging = asyncio.create_task(scene.do(hang))
            first = asyncio.create_task(sender.sends(1, BEN, "before"))
            # Whoever came first waits for the database, and the others together behind them.
            await _until(lambda: scene.database.waiting == 1)
            sent = []
            for number in (6, 3, 5, 2, 4):
                sent.append(asyncio.create_task(sender.sends(number, ADA, f"{number}")))
                await _until(lambda: scene.service.receiving[0].arrivals.at_work == 1 + len(sent))
            goes_on.set()
            assert await asyncio.gather(first, *sent) == [200] * 6
            await hanging
            await scene.settle()
            assert messenger.texts_to(ADA) == ["2", "3", "4", "5", "6"]

    async def test_what_comes_late_goes_before_later_ones_that_still_wait(
        self, file: Path, clock: MovableClock
    ) -> None:
        messenger = ScriptedMessenger(clock, abilities=ABILITIES)
        async with served(file, messenger, clock) as (scene, sender):
            for number in [*range(1, 31), 33, 32, 31]:
                assert await sender.sends(number, ADA, f"{number}") == 200
            await scene.passes(minutes=2)
            assert messenger.texts_to(ADA) == [f"{number}" for number in range(1, 34)]


class TestBeginningAndEnding:
    async def test_an_address_that_the_app_refuses_ends_the_start_with_one_line(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        messenger.webhook_failures = [RefusedError("bad webhook: failed to resolve host")]
        scene = not_begun(file, messenger, clock, webhook=free_port())
        with pytest.raises(CannotGoOnError, match="DOORSTEP_WEBHOOK_URL: bad webhook: failed"):
            await scene.service.__aenter__()

    async def test_a_port_that_is_taken_ends_the_start_with_one_line(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        taken = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
        port = taken.sockets[0].getsockname()[1]
        scene = not_begun(file, messenger, clock, webhook=port)
        async with taken:
            with pytest.raises(CannotGoOnError, match="DOORSTEP_WEBHOOK_LISTEN names "):
                await scene.service.run()

    async def test_an_app_that_cannot_be_reached_is_asked_again(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        messenger.webhook_failures = [NotDeliveredError()]
        scene = not_begun(file, messenger, clock, webhook=(port := free_port()))
        entering = asyncio.create_task(scene.service.__aenter__())
        await _until(lambda: clock.next_waking is not None)
        async with aiohttp.ClientSession() as session:
            # An earlier run may have set it: what comes now comes again.
            assert await Sender(port, session).sends(1, ADA, "hello") == 503
            clock.move(timedelta(minutes=1))
            await entering
            assert await Sender(port, session).sends(1, ADA, "hello") == 200
        await scene.settle()
        assert messenger.texts_to(ADA) == ["hello"]
        await scene.service.__aexit__(None, None, None)

    async def test_a_token_that_is_refused_ends_the_service(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        messenger.webhook_failures = [TokenRefusedError()]
        scene = not_begun(file, messenger, clock, webhook=free_port())
        with pytest.raises(TokenRefusedError):
            await scene.service.run()

    async def test_without_the_setting_a_webhook_is_taken_away(
        self, file: Path, messenger: ScriptedMessenger, clock: MovableClock
    ) -> None:
        async with served(file, messenger, clock):
            assert messenger.webhook is not None
        # It stays while the service is away, so that the app goes on trying.
        assert messenger.webhook is not None
        async with not_begun(file, messenger, clock).service:
            assert messenger.webhook is None


async def _raw(sender: Sender, request: bytes) -> bytes:
    """Return what comes back until the connection ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", sender.port)
    writer.write(request)
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


async def _without_end(size: int) -> AsyncIterator[bytes]:
    for _ in range(0, size, 50_000):
        yield b"a" * 50_000


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        # What is waited for happens inside the service, which announces nothing.
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.001)
