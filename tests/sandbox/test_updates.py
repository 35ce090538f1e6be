"""How updates wait, are fetched and confirmed."""

import asyncio
from datetime import timedelta

from bot.sandbox.people import Person
from bot.sandbox.recorder import Rule
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api, button, until


async def test_updates_wait_until_a_higher_offset_confirms_them(api: Api, maria: Person) -> None:
    maria.says("One")
    first = await api.ok("getUpdates")
    assert [one["message"]["text"] for one in first] == ["/start", "One"]
    assert first == await api.ok("getUpdates")
    numbers = [one["update_id"] for one in first]
    assert numbers == [numbers[0], numbers[0] + 1]
    assert await api.ok("getUpdates", offset=numbers[1]) == first[1:]
    assert await api.ok("getUpdates", offset=numbers[1] + 1) == []
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_batch_has_at_most_a_hundred(api: Api, maria: Person) -> None:
    for number in range(120):
        maria.says(f"{number}")
    assert len(await api.ok("getUpdates", limit=500)) == 100
    assert len(await api.ok("getUpdates", limit=7)) == 7
    assert [one["message"]["text"] for one in await api.ok("getUpdates", offset=-2)] == [
        "118",
        "119",
    ]


async def test_a_poll_ends_with_the_first_update(
    api: Api, clock: MovableClock, maria: Person
) -> None:
    await api.updates()
    poll = asyncio.create_task(api.ok("getUpdates", offset=900_000_000, timeout=50))
    await until(lambda: clock.next_waking is not None)
    maria.says("Hello")
    assert [one["message"]["text"] for one in await poll] == ["Hello"]


async def test_a_poll_ends_with_its_time(api: Api, clock: MovableClock) -> None:
    poll = asyncio.create_task(api.ok("getUpdates", timeout=500))
    await until(lambda: clock.next_waking is not None)
    clock.move(timedelta(seconds=50))
    assert await poll == []


async def test_a_second_poller_ends_the_first(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    await api.updates()
    await api.updates()
    first = asyncio.create_task(api.refused("getUpdates", timeout=50))
    await until(lambda: clock.next_waking is not None)
    second = asyncio.create_task(api.ok("getUpdates", timeout=50))
    refusal = await first
    assert refusal.code == 409
    assert refusal.description.startswith("Conflict: terminated by other getUpdates request")
    maria.says("Hello")
    assert len(await second) == 1
    assert [one.rule for one in sandbox.recorder.violations] == [Rule.SECOND_POLLER]


async def test_a_bot_that_hangs_up_leaves_no_poll_behind(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    await api.updates()
    await api.updates()
    poll = asyncio.create_task(api.ok("getUpdates", timeout=50))
    await until(lambda: clock.next_waking is not None)
    poll.cancel()
    await until(lambda: clock.next_waking is None)
    maria.says("Hello")
    assert len(await api.ok("getUpdates", timeout=50)) == 1
    assert not sandbox.recorder.violations


async def test_presses_are_forgotten_sooner_than_messages(
    api: Api, clock: MovableClock, maria: Person
) -> None:
    await api.updates()
    await api.send(maria.id, "?", [button("Yes", "y")])
    maria.taps("Yes")
    maria.says("Yes")
    clock.move(timedelta(seconds=149))
    assert len(await api.ok("getUpdates", offset=0)) == 3
    clock.move(timedelta(seconds=2))
    left = await api.ok("getUpdates")
    assert all("message" in one for one in left)
    assert len(left) == 2
    clock.move(timedelta(hours=24))
    assert await api.ok("getUpdates") == []


async def test_kinds_that_are_sent_only_when_named(
    api: Api, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    group.make_bot_admin()
    await api.updates()
    group.add_member(tom)
    assert [set(one) - {"update_id"} for one in await api.updates()] == [{"message"}]
    await api.ok("getUpdates", allowed_updates=["message", "chat_member"])
    group.remove_member(tom)
    maria.blocks_bot()
    kinds = [set(one) - {"update_id"} for one in await api.updates()]
    assert kinds == [{"chat_member"}, {"message"}]
    assert (await api.ok("getWebhookInfo"))["allowed_updates"] == ["chat_member", "message"]
    await api.ok("getUpdates", allowed_updates=[])
    maria.unblocks_bot()
    assert [set(one) - {"update_id"} for one in await api.updates()] == [{"my_chat_member"}]


async def test_strange_updates_can_be_put_between_good_ones(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    await api.updates()
    sandbox.inject_update({"pigeon": {"coos": True}})
    number = sandbox.inject_update({"update_id": 900_000_000, "message": "not an object"})
    maria.says("Hello")
    updates = await api.updates()
    assert updates[0]["pigeon"] == {"coos": True}
    assert [one["update_id"] for one in updates[1:]] == [number, number + 1]


async def test_what_waits_can_be_dropped(api: Api, maria: Person) -> None:
    maria.says("Hello")
    assert await api.ok("deleteWebhook", drop_pending_updates=True) is True
    assert await api.updates() == []
