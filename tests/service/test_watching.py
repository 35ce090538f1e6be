"""`/healthz` and `/metrics`: what is said of the service, to whom, and how fast."""

import asyncio
import json
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.alive import NobodyAnswersError, Part, unwell
from bot.messengers import NotDeliveredError
from bot.sandbox.server import TEST_TOKEN, Sandbox
from bot.watching import Watch
from bot.web_addresses import ListenAddress
from storage.database import Transaction
from tests.clock import MovableClock
from tests.exposition import assert_nothing_personal, value
from tests.ports import free_port
from tests.service.scene import Scene, not_begun, running
from tests.service.scripted import ScriptedMessenger
from tests.service.test_command_line import GOOD, doorstep, start

MARKED = "zqaaaaab"


class Asker:
    """Asks a service how it is."""

    def __init__(self, address: ListenAddress) -> None:
        self.address = address

    async def asks(self, path: str, host: str | None = None) -> tuple[int, str]:
        headers = {} if host is None else {"Host": host}
        url = f"http://{self.address}{path}"
        async with (
            aiohttp.ClientSession() as session,
            session.get(url, headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    async def health(self) -> tuple[int, dict[str, Any]]:
        status, body = await self.asks("/healthz")
        return status, json.loads(body)


@asynccontextmanager
async def watched(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, port: int | None = None
) -> AsyncIterator[tuple[Scene, Asker]]:
    """Run a service, and somebody who watches over it."""
    address = ListenAddress("127.0.0.1", port or free_port())
    watch = Watch(address, (), clock, lambda: 0.0, lambda: 1000)
    observer = watch.onlookers.observer
    async with (
        running(file, messenger, clock, observer=observer, busy_timeout=20) as scene,
        watch.over(scene.service, scene.database),
    ):
        await scene.settle()
        yield scene, Asker(address)


async def test_a_service_that_is_well_says_so(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with watched(file, messenger, clock) as (_, asker):
        assert await asker.health() == (200, {"ok": True, "unwell": []})
        assert await asyncio.to_thread(unwell, asker.address) == []


async def test_numbers_are_told_and_nothing_else(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with watched(file, messenger, clock) as (scene, asker):
        messenger.hears("telegram:1", f"hello {MARKED}")
        await scene.settle()
        status, text = await asker.asks("/metrics")
        assert status == 200
        assert value(text, "updates_received_total") == 1
        assert value(text, "messages_total", purpose="answer", outcome="sent") == 1
        assert value(text, "commit_size_count") > 1
        assert_nothing_personal(text)


@pytest.mark.sqlite("a lock on the whole file")
async def test_a_database_that_is_locked_is_unwell_and_holds_nobody_up(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with watched(file, messenger, clock) as (_, asker):
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert await asker.health() == (503, {"ok": False, "unwell": ["database"]})
        assert await asker.health() == (200, {"ok": True, "unwell": []})


async def test_a_database_that_hangs_holds_nobody_up(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    goes_on = asyncio.Event()

    async def hang(transaction: Transaction) -> None:
        await goes_on.wait()

    async with watched(file, messenger, clock) as (scene, asker):
        hanging = asyncio.create_task(scene.do(hang))
        asked = [asker.health() for _ in range(3)]
        assert await asyncio.gather(*asked) == 3 * [(503, {"ok": False, "unwell": ["database"]})]
        status, text = await asker.asks("/metrics")
        assert status == 200
        assert value(text, "well", part="database") == 0
        # However many ask, the database is asked once at a time.
        assert scene.database.waiting == 1
        goes_on.set()
        await hanging
        assert (await asker.health())[0] == 200


@pytest.mark.sqlite("a lock on the whole file")
async def test_a_service_without_a_sign_of_life_is_unwell(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with watched(file, messenger, clock) as (scene, asker):
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(0)
            clock.move(timedelta(minutes=4))
            await asyncio.sleep(0.1)
            _, said = await asker.health()
            assert said["unwell"] == ["database", "heartbeat"]
        await scene.passes(minutes=1)
        assert (await asker.health())[0] == 200


async def test_a_service_whose_loops_ended_is_unwell(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    class UnheardOfError(Exception):
        pass

    def fail(step: str) -> None:
        raise UnheardOfError

    address = ListenAddress("127.0.0.1", free_port())
    watch = Watch(address, (), clock, lambda: 0.0, lambda: 1000)
    scene = not_begun(file, messenger, clock, at_step=fail)
    await scene.service.__aenter__()
    async with watch.over(scene.service, scene.database):
        messenger.hears("telegram:1", "hello")
        while scene.service.standing.is_running:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.01)
        assert await Asker(address).health() == (503, {"ok": False, "unwell": ["loops"]})
    with pytest.raises(UnheardOfError):
        await scene.service.__aexit__(None, None, None)


@pytest.mark.parametrize("host", ["example.org", "example.org:9187", "127.0.0.1", ""])
async def test_who_asks_for_another_host_is_told_nothing(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, host: str
) -> None:
    async with watched(file, messenger, clock) as (_, asker):
        for path in ("/healthz", "/metrics"):
            status, text = await asker.asks(path, host)
            assert status in (400, 421)
            assert "unwell" not in text
            assert "doorstep" not in text


async def test_what_is_not_there_is_not_repeated(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with watched(file, messenger, clock) as (_, asker):
        for path in (f"/{MARKED}", f"/healthz/{MARKED}?{MARKED}=1"):
            status, text = await asker.asks(path)
            assert status == 404
            assert MARKED not in text


async def test_an_error_in_it_is_said_in_fixed_words(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    def no_disk() -> int:
        raise OSError(MARKED)

    address = ListenAddress("127.0.0.1", free_port())
    watch = Watch(address, (), clock, lambda: 0.0, no_disk)
    # As talkative as the server can be.
    asyncio.get_running_loop().set_debug(True)
    async with (
        running(file, messenger, clock) as scene,
        watch.over(scene.service, scene.database),
    ):
        await scene.settle()
        assert await Asker(address).asks("/metrics") == (500, '{"ok": false}')


def test_a_service_is_asked_for_by_names_of_this_machine() -> None:
    own = ListenAddress("127.0.0.1", 9187)
    assert own.answers_to("localhost:9187")
    assert not own.answers_to("example.org:9187")
    assert ListenAddress("::1", 9187).answers_to("[::1]:9187")
    everybody = ListenAddress("0.0.0.0", 9187)  # noqa: S104 - nothing listens there
    assert everybody.answers_to("doorstep.internal:9187")
    assert everybody.own_host == "127.0.0.1"


def test_where_nobody_answers_that_is_said() -> None:
    with pytest.raises(NobodyAnswersError):
        unwell(ListenAddress("127.0.0.1", free_port()))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as box:
        yield box


async def test_the_command_is_told_by_the_service_how_it_is(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    watch = {"DOORSTEP_WATCH": f"127.0.0.1:{free_port()}"}
    api = {"DOORSTEP_TELEGRAM_API": sandbox.address}
    before = await asyncio.to_thread(doorstep, tmp_path, "doctor", "--quick", **watch)
    assert (before.returncode, before.stdout[:5]) == (1, "mend ")
    service = await start(tmp_path, sandbox, **watch)
    quick = await asyncio.to_thread(doorstep, tmp_path, "doctor", "--quick", **watch)
    full = await asyncio.to_thread(doorstep, tmp_path, "doctor", **GOOD, **api, **watch)
    status, log = await service.ends_by(signal.SIGTERM)
    assert (quick.returncode, quick.stdout) == (0, "ok    service\n")
    assert "ok    watch: the service says that it is well" in full.stdout
    assert status == 0
    assert TEST_TOKEN not in log


async def test_a_service_that_cannot_reach_telegram_says_that_it_has_not_begun(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.start_failures = [NotDeliveredError()]
    address = ListenAddress("127.0.0.1", free_port())
    watch = Watch(address, (), clock, lambda: 0.0, lambda: 1000)
    scene = not_begun(file, messenger, clock)
    async with watch.over(scene.service, scene.database):
        entering = asyncio.create_task(scene.service.__aenter__())
        while clock.next_waking is None:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.01)
        assert await Asker(address).health() == (503, {"ok": False, "unwell": [Part.START]})
        clock.move(timedelta(minutes=1))
        await entering
        assert (await Asker(address).health())[0] == 200
        await scene.service.__aexit__(None, None, None)


async def test_a_port_that_is_taken_ends_the_start_with_one_line(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    taken = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    settings = {**GOOD, "DOORSTEP_TELEGRAM_API": sandbox.address}
    async with taken:
        done = await asyncio.to_thread(
            doorstep, tmp_path, "run", **settings, DOORSTEP_WATCH=f"127.0.0.1:{port}"
        )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"doorstep: DOORSTEP_WATCH names 127.0.0.1:{port}")


def test_an_address_that_others_can_reach_is_refused_with_one_line(tmp_path: Path) -> None:
    done = doorstep(tmp_path, "run", **GOOD, DOORSTEP_WATCH="0.0.0.0:9187")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_WATCH" in line
    assert ",reachable-by-others" in line
