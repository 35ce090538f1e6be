"""How fast a bot may send, and what becomes of one that does not wait."""

from datetime import timedelta

from aiohttp import ClientSession

from bot.sandbox.people import Person
from bot.sandbox.recorder import Rule, summary
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api


async def test_one_message_a_second_in_a_private_chat(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    for _ in range(3):
        await api.send(maria.id, "a short burst")
    refusal = await api.refused("sendMessage", chat_id=maria.id, text="too fast")
    assert refusal == (429, "Too Many Requests: retry after 1", {"retry_after": 1})
    assert [one.rule for one in sandbox.recorder.violations] == [Rule.ABOVE_PACE]
    clock.move(timedelta(seconds=1))
    for _ in range(10):
        await api.send(maria.id, "in time")
        clock.move(timedelta(seconds=1))
    assert sandbox.recorder.violations_counted == 1


async def test_whoever_does_not_wait_is_told_on(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    for _ in range(3):
        await api.send(maria.id, "Hello")
    await api.refused("sendMessage", chat_id=maria.id, text="too fast")
    clock.move(timedelta(milliseconds=400))
    refusal = await api.refused("sendMessage", chat_id=maria.id, text="impatient")
    assert refusal.parameters == {"retry_after": 1}
    tom.starts()
    await api.send(tom.id, "Another chat has its own pace")
    rules = [one.rule for one in sandbox.recorder.violations]
    assert rules == [Rule.ABOVE_PACE, Rule.SENT_INSIDE_RETRY_AFTER]
    assert "sendMessage: above_pace" in summary(sandbox.recorder.violations)


async def test_twenty_messages_a_minute_in_a_group(
    api: Api, clock: MovableClock, sandbox: Sandbox, maria: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    for _ in range(20):
        sent = await api.send(group.id, "Shopping")
        clock.move(timedelta(seconds=1))
    refusal = await api.refused("sendMessage", chat_id=group.id, text="Shopping")
    assert refusal.parameters == {"retry_after": 38}
    clock.move(timedelta(seconds=38))
    for number in range(20):
        edit = {"chat_id": group.id, "message_id": sent["message_id"], "text": f"{number}"}
        await api.ok("editMessageText", **edit)
    await api.send(group.id, "Shopping")
    refusal = await api.refused("editMessageText", **{**edit, "text": "Taken"})
    assert refusal.code == 429


async def test_thirty_messages_a_second_over_all(
    api: Api, clock: MovableClock, sandbox: Sandbox
) -> None:
    people = [sandbox.add_person(f"Person {number}") for number in range(31)]
    for person in people:
        person.starts()
    for person in people[:30]:
        await api.send(person.id, "Hello")
    assert (await api.refused("sendMessage", chat_id=people[30].id, text="Hello")).code == 429
    clock.move(timedelta(seconds=1))
    await api.send(people[30].id, "Hello")


async def test_a_benchmark_runs_without_limits_and_without_growing() -> None:
    async with (
        Sandbox(check_calls=False, enforce_pace=False, keep_history=False) as sandbox,
        ClientSession() as session,
    ):
        api = Api(sandbox, session)
        maria = sandbox.add_person("Maria")
        maria.starts()
        answered = 0
        for number in range(300):
            reply = {"message_id": answered, "allow_sending_without_reply": True}
            sent = await api.send(maria.id, f"{number}", unknown=1, reply_parameters=reply)
            answered = sent["message_id"]
            maria.sends_sticker()
            await api.updates()
        assert sandbox.recorder.calls_counted == 600
        assert len(sandbox.recorder.calls) <= 200
        assert len(maria.messages) <= 30
        assert sandbox.world.shown == {}
        chain, message = 0, maria.messages[-2]
        while message.reply_to is not None:
            chain, message = chain + 1, message.reply_to
        assert chain <= 1
