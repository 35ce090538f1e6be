"""A rendered message, ready for any messaging app: what the outbox keeps and a messenger sends."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

#: The longest text below a picture or a file, in UTF-16 units: less than any app takes, so that a
#: word about a repeat has room too.
CAPTION_LIMIT: Final = 900


class Button(BaseModel):
    """One button: pressing it hands back `data` (at most 64 bytes), or opens `url`."""

    model_config = ConfigDict(frozen=True)

    label: str
    data: str | None = None
    url: str | None = None
    #: Opens the private chat with the service and hands over this word (A-Z, a-z, 0-9, _ and -).
    start: str | None = None


class Letter(BaseModel):
    """A letter, to be sent as a PDF; `name` is its file's name without an ending."""

    model_config = ConfigDict(frozen=True)

    name: str
    language: str
    title: str
    paragraphs: tuple[str, ...]


class Sheet(BaseModel):
    """A table, to be sent as CSV; `name` is its file's name without an ending."""

    model_config = ConfigDict(frozen=True)

    name: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Payload(BaseModel):
    """A message as a person will see it.

    `protect` asks the app to hinder forwarding and copying. `text` is plain: no markup in it.
    `picture` is the number of a kept picture that goes with it, `document` a file to be made of
    it, in either case with a text of at most CAPTION_LIMIT, which may be empty. `reply_to` is the
    number of the message in the same chat that it answers. `pin` asks the app to
    keep it in sight at the top of a group, where the bot may do so.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    protect: bool = False
    picture: int | None = None
    document: Letter | Sheet | None = None
    reply_to: int | None = None
    pin: bool = False


class TapAnswer(BaseModel):
    """A short notice to whoever pressed a button; `start` opens the private chat instead."""

    model_config = ConfigDict(frozen=True)

    tap: str
    text: str = ""
    alert: bool = False
    start: str | None = None


#: What becomes of a message on its way out.
Action = Literal["send", "edit", "delete", "answer_tap"]
