"""What is remembered of all that people were shown."""

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.api import Api, button


async def test_nothing_that_was_ever_shown_is_lost(
    api: Api, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria, tom])
    card = await api.send(group.id, "Shopping", [button("Take it", "t")])
    tom.says("What a day", group)
    tom.taps("Take it", chat=group)
    press = (await api.updates())[-1]["callback_query"]
    await api.ok("answerCallbackQuery", callback_query_id=press["id"], text="It is yours")
    taken = {"chat_id": group.id, "message_id": card["message_id"]}
    await api.ok("editMessageText", text="Taken", **taken)
    await api.ok("deleteMessage", **taken)
    html = '<a href="https://a.example/x">Map</a>'
    await api.send(
        maria.id, html, [{"text": "Open", "url": "https://b.example"}], parse_mode="HTML"
    )
    picture = maria.sends_document(b"receipt", "receipt.pdf").media
    assert picture is not None
    file_id = picture.fields["document"]["file_id"]
    await api.ok("sendDocument", chat_id=maria.id, document=file_id, caption="Costs")

    recorder = sandbox.recorder
    assert recorder.everything_shown_in(group.id) == ["Shopping", "Take it", "Taken"]
    assert recorder.everything_shown_to(tom.id) == ["It is yours"]
    assert recorder.everything_shown_to(maria.id) == [
        "Map",
        "Open",
        "https://b.example",
        "https://a.example/x",
        "Costs",
        "receipt.pdf",
    ]
    assert [one.method for one in recorder.of("editMessageText")] == ["editMessageText"]


async def test_refusals_that_a_correct_bot_never_meets_stand_out(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    sent = await api.send(maria.id, "Hello")
    edit = {"chat_id": maria.id, "message_id": sent["message_id"]}
    await api.refused("editMessageText", text="Hello", **edit)
    maria.blocks_bot()
    await api.refused("sendMessage", chat_id=maria.id, text="Hello")
    assert not list(sandbox.recorder.unexpected)
    await api.refused("sendMessage", chat_id=99, text="Hello")
    assert [one.description for one in sandbox.recorder.unexpected] == [
        "Bad Request: chat not found"
    ]
