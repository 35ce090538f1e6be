"""A rendered message, ready for any messaging app: what the outbox keeps and a messenger sends."""

from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from storage.model import FIRST_BOT

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


class _Document(BaseModel):
    """What a file is made of; `name` is the file's name without an ending.

    Nothing but its own fields is taken, by which one kind of document is told from another.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str


class Letter(_Document):
    """A letter, to be sent as a PDF."""

    language: str
    title: str
    paragraphs: tuple[str, ...]


class Poster(_Document):
    """One page to be hung up, to be sent as a PDF: below the words, a link and its QR code."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    link: str


class QrCode(_Document):
    """The QR code of a link, to be sent as a picture."""

    link: str


class Sheet(_Document):
    """A table, to be sent as CSV."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Page(_Document):
    """Words to be read, to be sent as plain text."""

    text: str


class Json(_Document):
    """Something for another program, to be sent as it is written here."""

    written: str


class Series(BaseModel):
    """Numbers of one kind, one for each label of their panel; None where one is not told."""

    model_config = ConfigDict(frozen=True)

    name: str
    values: tuple[float | None, ...]


class Panel(BaseModel):
    """One part of a chart: for each label a bar of every series, beside or upon one another.

    `direction` is that of the bars: across the page for names, upright for what follows in time.
    `unit` stands after every number. A single series needs no name.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    direction: Literal["across", "upright"] = "across"
    is_stacked: bool = False
    unit: str = ""

    @model_validator(mode="after")
    def _has_a_value_for_each_label(self) -> Self:
        if any(len(each.values) != len(self.labels) for each in self.series):
            raise ValueError("a series of a panel has one value for each of its labels")
        return self


class Chart(_Document):
    """Bars, to be sent as a picture: its panels one below the other.

    `not_told` stands where a number is None, such as "fewer than 5"; `nothing` stands in a panel
    without any label; `note` stands below everything.
    """

    language: str
    title: str
    panels: tuple[Panel, ...]
    not_told: str
    nothing: str
    note: str = ""


#: What a file can be made of, to go with a message.
Document = Letter | Poster | QrCode | Sheet | Page | Json | Chart


class Payload(BaseModel):
    """A message as a person will see it.

    `protect` asks the app to hinder forwarding and copying. `text` is plain: no markup in it.
    `picture` is the number of a kept picture that goes with it, `document` a file to be made of
    it, in either case with a text of at most CAPTION_LIMIT, which may be empty. `reply_to` is the
    number of the message that it answers, in the chat with the bot `reply_by`. `pin` asks the app
    to keep it in sight at the top of a group, where the bot may do so.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    protect: bool = False
    picture: int | None = None
    document: Document | None = None
    reply_to: int | None = None
    reply_by: str = FIRST_BOT
    pin: bool = False


class TapAnswer(BaseModel):
    """A short notice to whoever pressed a button; `start` opens the private chat instead."""

    model_config = ConfigDict(frozen=True)

    tap: str
    text: str = ""
    alert: bool = False
    start: str | None = None


#: What becomes of a message on its way out. To take one back is to delete it while the app lets us,
#: and else to put other words in its place.
Action = Literal["send", "edit", "delete", "take_back", "answer_tap"]
#: What is done to a message that was sent before.
CHANGES: Final = ("edit", "delete", "take_back")
