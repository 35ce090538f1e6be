"""What carries one message of the outbox to the app: as a new one, a change, or a deletion."""

import logging
from typing import Final, TypeVar

from pydantic import ValidationError

from bot.documents import DocumentError, rendered
from bot.log import anatomy
from bot.messengers import (
    FateUnknownError,
    File,
    MessageGoneError,
    Messenger,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
)
from bot.parts import Means
from bot.pictures import blank
from handlers.payload import Payload, TapAnswer
from storage import pictures
from storage.departures import Due

_LOG = logging.getLogger(__name__)

#: What a picture is called; the app shows it to nobody.
PICTURE_NAME: Final = "picture.jpg"

Model = TypeVar("Model", Payload, TapAnswer)


class Carrier:
    """Carries messages to one messenger, each when it is told to."""

    def __init__(self, messenger: Messenger, means: Means) -> None:
        self._messenger = messenger
        self._transact = means.transact
        self._clock = means.clock
        #: Chats in which the bot may not pin, as far as is known since the service began.
        self._not_pinning: set[int | None] = set()

    async def carry(self, due: Due) -> int | None:
        """Do what a message asks for; returns its number where it is one that was sent.

        Raises what the messenger raises, and RefusedError where there is nothing to be done.
        """
        if due.action == "answer_tap":
            await self._messenger.answer_tap(_read(TapAnswer, due))
            return None
        if due.address is None:
            raise RefusedError("no chat")
        if due.action == "send":
            payload = _without_quote_of_another_bot(_read(Payload, due), due.bot)
            file = await self._file_of(payload)
            return await self._messenger.send(due.address, payload, due.thread, file)
        if due.message is None:
            raise RefusedError("nothing to change")
        match due.action:
            case "edit":
                await self._messenger.edit(due.address, due.message, _read(Payload, due))
            case "take_back":
                await self._take_back(due, due.address, due.message)
            case _:
                await self._messenger.delete(due.address, due.message)
        return None

    async def _take_back(self, due: Due, address: str, message: int) -> None:
        """Delete a message; where it is too old for that, put other words in its place."""
        lasts = self._messenger.abilities.deletes_for
        sent_at = due.changed_sent_at
        if sent_at is None or self._clock.now() - sent_at < lasts:
            try:
                await self._messenger.delete(address, message)
            except (MessageGoneError, RefusedError):
                # The app counts from another moment than we do, or has reasons of its own.
                pass
            else:
                return
        nothing = File("photo", PICTURE_NAME, await blank()) if due.changes_file else None
        await self._messenger.edit(address, message, _read(Payload, due), nothing)

    async def _file_of(self, payload: Payload) -> File | None:
        """Return the file that goes with a message; a picture that is gone is left out."""
        if payload.document is not None:
            try:
                return await rendered(payload.document, self._clock.now())
            except DocumentError as error:
                raise RefusedError("the document cannot be made") from error
        if payload.picture is None:
            return None
        number = payload.picture
        content = await self._transact(lambda transaction: pictures.content(transaction, number))
        if content is None and not payload.text:
            raise RefusedError("the picture is gone, and nothing else is to be said")
        return None if content is None else File("photo", PICTURE_NAME, content)

    async def pin(self, due: Due, message: int) -> None:
        """Pin what was sent and asks for it; where that cannot be, it hangs there all the same."""
        if due.address is None or due.payload is None or due.chat_id in self._not_pinning:
            return
        if not _read(Payload, due).pin:
            return
        try:
            await self._messenger.pin(due.address, message)
        except MessengerError as error:
            if not isinstance(error, RetryAfterError | NotDeliveredError | FateUnknownError):
                self._not_pinning.add(due.chat_id)
            _LOG.info("a message cannot be pinned", extra={"row": due.id, **anatomy(error)})


def _without_quote_of_another_bot(payload: Payload, bot: str) -> Payload:
    """Leave out which message is quoted where its number is that of another bot."""
    if payload.reply_to is None or payload.reply_by == bot:
        return payload
    return payload.model_copy(update={"reply_to": None})


def _read(model: type[Model], due: Due) -> Model:
    if due.payload is None:
        raise RefusedError("nothing to say")
    try:
        return model.model_validate_json(due.payload.reveal())
    except ValidationError:
        # Without its cause, which quotes the words.
        raise RefusedError("the message cannot be read") from None
