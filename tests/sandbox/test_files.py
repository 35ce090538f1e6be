"""Pictures and files, there and back."""

from aiohttp import FormData

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.things import PICTURE
from tests.sandbox.api import Api


async def _upload(
    api: Api, method: str, chat: int, field: str, content: bytes
) -> dict[str, object]:
    form = FormData()
    form.add_field("chat_id", str(chat))
    form.add_field("caption", "Here")
    form.add_field(field, "attach://one")
    form.add_field("one", content, filename="list.txt")
    async with api.session.post(f"{api.base}/{method}", data=form) as response:
        answer: dict[str, object] = await response.json()
        return answer


async def test_a_file_can_be_sent_and_fetched(api: Api, sandbox: Sandbox, maria: Person) -> None:
    answer = await _upload(api, "sendDocument", maria.id, "document", b"milk, bread")
    assert answer["ok"], answer
    media = maria.messages[-1].media
    assert media is not None
    assert (media.kind, media.name, maria.messages[-1].text) == ("document", "list.txt", "Here")
    file = await api.ok("getFile", file_id=media.fields["document"]["file_id"])
    address = f"{sandbox.address}/file/bot{sandbox.token}/{file['file_path']}"
    async with api.session.get(address) as response:
        assert await response.read() == b"milk, bread"
    async with api.session.get(f"{sandbox.address}/file/bot1:x/{file['file_path']}") as response:
        assert response.status == 404


async def test_a_photo_has_to_be_a_picture(api: Api, maria: Person) -> None:
    assert (await _upload(api, "sendPhoto", maria.id, "photo", PICTURE))["ok"]
    refused = await _upload(api, "sendPhoto", maria.id, "photo", b"words")
    assert refused["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_captions_have_a_limit_and_can_be_changed(api: Api, maria: Person) -> None:
    shared = maria.sends_photo().media
    assert shared is not None
    photo = shared.fields["photo"][-1]["file_id"]
    refusal = await api.refused("sendPhoto", chat_id=maria.id, photo=photo, caption="x" * 1025)
    assert refusal.description == "Bad Request: message caption is too long"
    sent = await api.ok("sendPhoto", chat_id=maria.id, photo=photo, caption="Receipt")
    edit = {"chat_id": maria.id, "message_id": sent["message_id"]}
    refusal = await api.refused("editMessageText", text="?", **edit)
    assert refusal.description == "Bad Request: there is no text in the message to edit"
    await api.ok("editMessageCaption", caption="Paid", **edit)
    assert maria.texts[-1] == "Paid"
    await api.refused("editMessageCaption", caption="Paid", **edit)


async def test_unknown_and_huge_files(api: Api, maria: Person) -> None:
    await api.refused("getFile", file_id="nothing")
    await api.refused("sendPhoto", chat_id=maria.id, photo="https://a.example/cat.jpg")
    media = maria.sends_document(bytes(20 * 1024 * 1024 + 1), "big.bin").media
    assert media is not None
    refusal = await api.refused("getFile", file_id=media.fields["document"]["file_id"])
    assert refusal.description == "Bad Request: file is too big"
