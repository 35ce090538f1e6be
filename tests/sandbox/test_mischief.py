"""The API at its worst: each switch, and that the same seed brings the same."""

import asyncio
import random
from datetime import timedelta

import pytest
from aiohttp import ClientConnectionError, ClientConnectorError, ClientPayloadError

from bot.sandbox.mischief import (
    AnsweredLate,
    CutShort,
    Delayed,
    DroppedAfter,
    DroppedBefore,
    Mischief,
    Refused,
    ServerError,
    Spell,
    TooManyRequests,
)
from bot.sandbox.people import Person
from bot.sandbox.recorder import Rule
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api, until


async def test_a_dropped_call_may_or_may_not_have_been_carried_out(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.next_calls("sendMessage", DroppedBefore(), DroppedAfter())
    for words in ("before", "after"):
        with pytest.raises(ClientConnectionError):
            await api.send(maria.id, words)
    assert maria.texts == ["/start", "after"]
    fates = [(one.status, one.is_carried_out, one.fault) for one in sandbox.recorder.calls]
    assert fates == [(0, False, "DroppedBefore"), (0, True, "DroppedAfter")]
    assert [one.params["text"] for one in sandbox.recorder.carried_out] == ["after"]


async def test_errors_on_order(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    tom.starts()
    sandbox.mischief.next_calls("sendMessage", TooManyRequests(7), ServerError(502), chat=maria.id)
    call = {"chat_id": maria.id, "text": "Hello"}
    assert (await api.refused("sendMessage", **call)).parameters == {"retry_after": 7}
    await api.send(tom.id, "Not this chat")
    clock.move(timedelta(seconds=7))
    assert (await api.refused("sendMessage", **call))[:2] == (502, "Bad Gateway")
    await api.ok("sendMessage", **call)
    sandbox.mischief.next_calls("getMe", Refused(400, "Bad Request: not today"))
    assert (await api.refused("getMe")).description == "Bad Request: not today"
    assert not sandbox.recorder.violations
    assert not list(sandbox.recorder.unexpected)


async def test_a_wait_that_was_asked_for_holds_for_its_own_scope(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.next_calls("sendMessage", TooManyRequests(7))
    await api.refused("sendMessage", chat_id=maria.id, text="Hello")
    await api.ok("getChat", chat_id=maria.id)
    assert not sandbox.recorder.violations
    await api.refused("sendMessage", chat_id=maria.id, text="Hello")
    assert [one.rule for one in sandbox.recorder.violations] == [Rule.SENT_INSIDE_RETRY_AFTER]


async def test_a_slow_answer(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.next_calls("sendMessage", Delayed(3))
    sending = asyncio.create_task(api.send(maria.id, "Hello"))
    await until(lambda: clock.next_waking is not None)
    assert not maria.sees("Hello")
    clock.move(timedelta(seconds=3))
    await sending
    assert maria.sees("Hello")


async def test_an_answer_that_comes_after_everybody_has_seen_the_message(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.next_calls("sendMessage", AnsweredLate(3))
    sending = asyncio.create_task(api.send(maria.id, "Hello"))
    await until(lambda: clock.next_waking is not None)
    assert maria.sees("Hello")
    assert not sending.done()
    clock.move(timedelta(seconds=3))
    await sending
    assert maria.sees("Hello")


@pytest.mark.parametrize("hanging", [False, True])
async def test_silence(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person, hanging: bool
) -> None:
    sandbox.mischief.be_silent(clock.now() + timedelta(minutes=5), hanging=hanging)
    call = asyncio.create_task(api.call("sendMessage", chat_id=maria.id, text="Hello"))
    if hanging:
        await until(lambda: clock.next_waking is not None)
        clock.move(timedelta(minutes=5))
    with pytest.raises(ClientConnectionError):
        await call
    clock.move(timedelta(minutes=5))
    await api.send(maria.id, "Hello again")
    sandbox.mischief.be_silent(clock.now() + timedelta(minutes=5))
    sandbox.mischief.speak()
    await api.send(maria.id, "And again")
    assert maria.texts == ["/start", "Hello again", "And again"]


async def test_half_an_answer_of_a_call_that_was_carried_out(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.next_calls("sendMessage", CutShort())
    url = f"{api.base}/sendMessage"
    async with api.session.post(url, json={"chat_id": maria.id, "text": "Hello"}) as response:
        promised = int(response.headers["Content-Length"])
        assert response.status == 200
        with pytest.raises(ClientPayloadError):
            await response.read()
    assert maria.texts == ["/start", "Hello"]
    assert len(b'{"ok": true') < promised
    assert [(one.status, one.is_carried_out) for one in sandbox.recorder.calls] == [(0, True)]


async def test_connections_are_refused_as_where_nobody_listens(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    await api.send(maria.id, "before")
    async with sandbox.refuses_connections():
        for _ in range(2):
            with pytest.raises(ClientConnectorError):
                await api.send(maria.id, "meanwhile")
    await api.send(maria.id, "after")
    assert maria.texts == ["/start", "before", "after"]


async def test_a_fault_on_a_schedule(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    tom.starts()
    begins, ends = (clock.now() + timedelta(minutes=each) for each in (1, 2))
    sandbox.mischief.schedule(
        Spell(
            fault=ServerError(500),
            begins=begins,
            ends=ends,
            every=2,
            methods={"sendMessage"},
            chat=maria.id,
        )
    )

    async def codes(chat: int, *methods: str) -> list[int]:
        answers = [await api.call(method, chat_id=chat, text="Hello") for method in methods]
        return [int(each.get("error_code", 200)) for each in answers]

    assert await codes(maria.id, "sendMessage", "sendMessage") == [200, 200]
    clock.move_to(begins)
    assert await codes(tom.id, "sendMessage") == [200]
    assert await codes(maria.id, *4 * ["sendMessage"]) == [500, 200, 500, 200]
    assert (await api.call("getChat", chat_id=maria.id))["ok"]
    clock.move_to(ends)
    assert await codes(maria.id, "sendMessage") == [200]


async def test_a_fault_without_an_end_hits_everything(api: Api, sandbox: Sandbox) -> None:
    sandbox.mischief.schedule(Spell(fault=Refused(500, "no")), Spell(fault=Refused(501, "never")))
    assert [(await api.refused(method)).code for method in ("getMe", "getUpdates")] == [500, 500]


async def test_an_update_comes_again_after_it_was_confirmed(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    sandbox.mischief.rates.set("duplicate_updates", 1)
    first = await api.updates()
    maria.says("Hello")
    again = await api.updates()
    assert again[0] == first[0]
    assert again[1]["message"]["text"] == "Hello"


def test_the_same_seed_brings_the_same_mischief(clock: MovableClock) -> None:
    def drawn(seed: int) -> list[object]:
        mischief = Mischief(clock, random.Random(seed))
        names = ("too_many_requests", "server_error", "dropped_before", "dropped_after")
        for name in (*names, "cut_short"):
            mischief.rates.set(name, 0.15)
        mischief.rates.set("delayed", 0.1)
        return [mischief.fault("sendMessage", 1) for _ in range(200)]

    assert drawn(1) == drawn(1) != drawn(2)
    kinds = {type(one) for one in drawn(1)}
    assert kinds == {
        TooManyRequests,
        ServerError,
        DroppedBefore,
        DroppedAfter,
        CutShort,
        Delayed,
        type(None),
    }


def test_mischief_stays_away_unless_it_is_called(sandbox: Sandbox) -> None:
    assert sandbox.mischief.fault("sendMessage", 1) is None
    assert not sandbox.mischief.delivers_again()


@pytest.mark.parametrize(
    ("name", "value"), [("pigeons", 1), ("delayed", 1.5), ("delayed", -1), ("longest_wait", 0.5)]
)
def test_switches_have_their_range(sandbox: Sandbox, name: str, value: float) -> None:
    with pytest.raises(ValueError, match=r"switch|rate|wait"):
        sandbox.mischief.rates.set(name, value)
