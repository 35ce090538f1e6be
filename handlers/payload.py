"""A rendered message, ready for any messaging app: what the outbox keeps and a messenger sends."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Button(BaseModel):
    """One button: pressing it hands back `data` (at most 64 bytes), or opens `url`."""

    model_config = ConfigDict(frozen=True)

    label: str
    data: str | None = None
    url: str | None = None
    #: Opens the private chat with the service and hands over this word (A-Z, a-z, 0-9, _ and -).
    start: str | None = None


class Payload(BaseModel):
    """A message as a person will see it.

    `protect` asks the app to hinder forwarding and copying. `text` is plain: no markup in it.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    protect: bool = False


class TapAnswer(BaseModel):
    """A short notice to whoever pressed a button; `start` opens the private chat instead."""

    model_config = ConfigDict(frozen=True)

    tap: str
    text: str = ""
    alert: bool = False
    start: str | None = None


#: What becomes of a message on its way out.
Action = Literal["send", "edit", "delete", "answer_tap"]
