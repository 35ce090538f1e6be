"""Photos and everything else that people send, and files, answers and pins of the bot."""

from functools import partial

import pytest

from bot.messengers import (
    ChatUnreachableError,
    File,
    FileTooLargeError,
    Messenger,
    RefusedError,
)
from bot.messengers.telegram.message_kinds import CONTENT_KINDS
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.things import KINDS
from handlers.events import (
    FileSent,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    UnsupportedSent,
)
from handlers.payload import CAPTION_LIMIT, Payload
from storage.private import PrivateText
from tests.messengers.sandboxed.hearing import CARD, HELLO, events, home

PHOTO = File("photo", "picture.jpg", b"\xff\xd8\xff picture")


async def test_a_photo_is_heard_and_fetched(messenger: Messenger, ada: Person) -> None:
    question = await messenger.send(home(ada), HELLO, thread=None)
    ada.sends_photo(PHOTO.content, "my door", reply_to=ada.from_bot[-1])
    ada.sends_photo(PHOTO.content, forwarded_from="Bo")
    ada.sends_album([PHOTO.content, PHOTO.content], "both sides")
    _, photo, forwarded, *album = await events(messenger)
    assert isinstance(photo, PhotoSent)
    assert (photo.caption, photo.reply_to) == (PrivateText("my door"), question)
    assert not photo.is_forward
    assert not photo.is_album
    assert await messenger.fetch(photo.file) == PHOTO.content
    assert isinstance(forwarded, PhotoSent)
    assert forwarded.is_forward
    assert [isinstance(each, PhotoSent) and each.is_album for each in album] == [True, True]


async def test_a_file_is_heard_and_fetched(messenger: Messenger, ada: Person) -> None:
    question = await messenger.send(home(ada), HELLO, thread=None)
    outline = '{"type": "Polygon", "coordinates": []}'.encode("utf-16")
    ada.sends_document(outline, "elm.geojson", "our street", reply_to=ada.from_bot[-1])
    ada.sends_document(b"a", "elm.geojson", forwarded_from="Bo")
    for _ in range(2):
        ada.sends_document(b"a", "elm.geojson", album="140")
    _, sent, forwarded, *album = await events(messenger)
    assert isinstance(sent, FileSent)
    assert (sent.caption, sent.reply_to) == (PrivateText("our street"), question)
    assert (sent.size, sent.is_forward, sent.is_album) == (len(outline), False, False)
    assert await messenger.fetch(sent.file) == outline
    assert await messenger.fetch(sent.file, len(outline)) == outline
    with pytest.raises(FileTooLargeError):
        await messenger.fetch(sent.file, len(outline) - 1)
    assert isinstance(forwarded, FileSent)
    assert forwarded.is_forward
    assert [isinstance(each, FileSent) and each.is_album for each in album] == [True, True]


async def test_everything_else_is_heard_as_what_it_is(messenger: Messenger, ada: Person) -> None:
    for kind in KINDS:
        ada.sends(kind, "my secret")
    heard = dict(zip(KINDS, (await events(messenger))[1:], strict=True))
    assert isinstance(heard.pop("photo"), PhotoSent)
    assert isinstance(heard.pop("live photo"), PhotoSent)
    assert isinstance(heard.pop("live location"), LocationShared)
    assert isinstance(heard.pop("document"), FileSent)
    kinds = {name: each.kind for name, each in heard.items() if isinstance(each, UnsupportedSent)}
    assert kinds == {name: CONTENT_KINDS[name.replace(" ", "_")] for name in heard}


async def test_where_somebody_goes_is_not_followed(messenger: Messenger, ada: Person) -> None:
    ada.moves(ada.shares_location(51.5, -0.1, live_seconds=900), 51.6, -0.2)
    assert (await events(messenger))[-1] == NothingToAnswer("moving location")


@pytest.mark.parametrize("file", [PHOTO, File("document", "list.csv", b"milk")])
async def test_a_file_appears_below_what_it_answers(
    messenger: Messenger, ada: Person, file: File
) -> None:
    said = ada.says("hello")
    answer = CARD.model_copy(update={"reply_to": said.number})
    number = await messenger.send(home(ada), answer, None, file)
    [shown] = ada.from_bot
    assert (shown.number, shown.text, shown.reply_to) == (number, CARD.text, said)
    assert shown.labels == ["I can", "Talk"]
    assert shown.is_protected
    assert shown.media is not None
    assert (shown.media.kind, shown.media.name) == (file.kind, file.name)


async def test_an_answer_to_what_is_gone_arrives_all_the_same(
    messenger: Messenger, ada: Person
) -> None:
    await messenger.send(home(ada), Payload(text="hello", reply_to=4711), None)
    [shown] = ada.from_bot
    assert shown.reply_to is None


async def test_a_caption_has_less_room_than_words(messenger: Messenger, ada: Person) -> None:
    with pytest.raises(RefusedError):
        await messenger.send(home(ada), Payload(text="o" * 1025), None, PHOTO)
    await messenger.send(home(ada), Payload(text="o" * CAPTION_LIMIT), None, PHOTO)


async def test_only_an_admin_with_the_right_to_pin_pins(
    sandbox: Sandbox, messenger: Messenger, ada: Person
) -> None:
    group = sandbox.add_group("Elm Street", [ada], supergroup=True)
    chat = f"telegram:{group.id}"
    number = await messenger.send(chat, HELLO, None)
    for make in (group.make_bot_member, partial(group.make_bot_admin, can_pin=False)):
        make()
        with pytest.raises(ChatUnreachableError):
            await messenger.pin(chat, number)
    group.make_bot_admin()
    await messenger.pin(chat, number)
    await messenger.pin(chat, number)
    assert group.pinned == group.from_bot
    with pytest.raises(RefusedError):
        await messenger.pin(chat, 4711)


async def test_another_picture_takes_the_place_of_a_photo_and_of_a_file(
    messenger: Messenger, ada: Person
) -> None:
    nothing = File("photo", "nothing.jpg", b"\xff\xd8\xff nothing")
    await events(messenger)
    for file in (PHOTO, File("document", "letter.pdf", b"%PDF")):
        number = await messenger.send(home(ada), HELLO, None, file)
        await messenger.edit(home(ada), number, Payload(text="It is gone."), nothing)
        shown = ada.from_bot[-1]
        assert shown.media is not None
        assert (shown.media.kind, shown.media.name) == ("photo", "nothing.jpg")
        assert (shown.text, shown.is_edited) == ("It is gone.", True)
