"""What the doctor says of how updates come in: which way is set, and what to mend."""

import asyncio
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.findings import UnwiseError, WrongError
from bot.messengers import Delivery, WebhookFailure
from bot.sandbox.mischief import Refused
from bot.sandbox.server import TEST_TOKEN, Sandbox
from bot.ways_in import how_updates_come
from bot.webhook import secret_for
from tests.clock import BEGINNING
from tests.ports import free_port
from tests.service.test_command_line import GOOD, doorstep, start

URL = "https://doorstep.example.org/telegram"


def test_they_are_asked_for() -> None:
    assert how_updates_come(None, Delivery(None, 3), BEGINNING).startswith("asked for")
    with pytest.raises(UnwiseError, match="takes it away"):
        how_updates_come(None, Delivery(URL, 0), BEGINNING)


def test_they_are_sent() -> None:
    long_ago = BEGINNING - timedelta(days=1)
    for said in (
        Delivery(URL, 3),
        Delivery(URL, 0, long_ago, WebhookFailure.NAME),
    ):
        assert how_updates_come(URL, said, BEGINNING).startswith("sent to DOORSTEP_WEBHOOK_URL")
    with pytest.raises(UnwiseError, match="doorstep run sets it"):
        how_updates_come(URL, Delivery(None, 0), BEGINNING)
    with pytest.raises(WrongError, match="another address"):
        how_updates_come(URL, Delivery("https://my.secret.example/", 0), BEGINNING)
    with pytest.raises(WrongError, match="all that is needed"):
        how_updates_come(URL, Delivery(URL, 0, has_all_kinds=False), BEGINNING)


@pytest.mark.parametrize("failure", list(WebhookFailure))
def test_they_do_not_arrive(failure: WebhookFailure) -> None:
    at = BEGINNING - timedelta(minutes=7)
    with pytest.raises(WrongError, match="2 waiting; Telegram could not hand one over 7 minutes"):
        how_updates_come(URL, Delivery(URL, 2, at, failure), BEGINNING)
    with pytest.raises(UnwiseError, match="none is waiting now"):
        how_updates_come(URL, Delivery(URL, 0, at, failure), BEGINNING)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as box:
        yield box


async def test_a_service_with_a_webhook_as_a_process_of_its_own(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    port = free_port()
    webhook = {
        "DOORSTEP_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "DOORSTEP_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    settings = {**GOOD, "DOORSTEP_TELEGRAM_API": sandbox.address}
    before = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings, **webhook)
    service = await start(tmp_path, sandbox, **webhook)
    full = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings, **webhook)
    polling = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings)
    status, log = await service.ends_by(signal.SIGTERM)
    assert "warn  updates: Telegram knows of no webhook yet" in before.stdout
    assert "ok    updates: sent to DOORSTEP_WEBHOOK_URL (webhook); 0 waiting" in full.stdout
    assert "warn  updates: a webhook is set" in polling.stdout
    assert status == 0
    assert TEST_TOKEN not in log
    assert secret_for(TEST_TOKEN) not in log + full.stdout
    # What the doctor asks changes nothing.
    assert sandbox.world.webhook.is_set


async def test_an_address_that_is_refused_ends_the_start_with_one_line(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    words = "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
    sandbox.mischief.next_calls("setWebhook", Refused(400, words))
    webhook = {"DOORSTEP_WEBHOOK_URL": URL, "DOORSTEP_WEBHOOK_LISTEN": f"127.0.0.1:{free_port()}"}
    settings = {**GOOD, "DOORSTEP_TELEGRAM_API": sandbox.address, **webhook}
    done = await asyncio.to_thread(doorstep, tmp_path, "run", **settings)
    assert done.returncode == 2
    line = done.stderr.splitlines()[-1]
    assert line.startswith("doorstep: Telegram sends no updates to DOORSTEP_WEBHOOK_URL: bad")
    assert "Traceback" not in done.stderr
