"""A question: what it shows, what people do in answer, and what it makes of that."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import JsonValue

from handlers.house import PersonalTurn
from handlers.texts import Line, Personal, PublicName, T

A = TypeVar("A")

# --- What a person did in answer -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """They typed something."""

    text: str = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True)
class Picked:
    """They pressed the button of an option."""

    option: str


@dataclass(frozen=True, slots=True)
class Spot:
    """They shared a point on the map, in degrees."""

    latitude: float = field(repr=False)
    longitude: float = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """They sent a photo, which is kept under this number."""

    picture: int


@dataclass(frozen=True, slots=True)
class ShownFile:
    """They sent a file that holds this text."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotWords:
    """They sent something that is no answer to anything: a sticker, a voice message."""


Heard = Words | Picked | Spot | ShownPicture | ShownFile | NotWords


# --- What a question makes of it -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """A valid answer, in the form in which it is stored.

    `also` are answers that were given along with it, by the keys of their questions. Words are
    added to those that were written before; anything else takes the place of an earlier answer.
    """

    stored: JsonValue = field(repr=False)
    also: Mapping[str, JsonValue] = field(default_factory=dict, repr=False, hash=False)


@dataclass(frozen=True, slots=True)
class NotYet:
    """No answer yet, but a step towards one, such as one choice of several."""

    partial: JsonValue = field(repr=False)


@dataclass(frozen=True, slots=True)
class Again:
    """Not an answer; the reason says what was wrong and what to do now."""

    reason: T


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer, as a button; it can also be typed, as its number or its words."""

    id: str
    label: T | PublicName | Personal


class StaleAnswerError(Exception):
    """A stored answer is not valid any more; `reason` tells the person why."""

    def __init__(self, reason: T) -> None:
        super().__init__(reason.id)
        self.reason = reason


class Question(ABC, Generic[A]):
    """Something to ask. Awaiting it gives the checked answer."""

    #: Unique in its conversation; what the answer is stored under.
    key: str
    #: The number of buttons that stand side by side.
    columns: int = 1
    #: Whether a typed number means the button at that place; not where numbers are answers.
    numbered: bool = True
    #: Whether its buttons change while it is being answered.
    changes_in_place: bool = False
    #: Whether a picture is an answer; no other question hears of one.
    takes_pictures: bool = False
    #: Whether the text of a file is an answer; no other question hears of one.
    takes_files: bool = False

    def __await__(self) -> Generator["Question[A]", A, A]:
        return (yield self)

    @property
    def optional(self) -> bool:
        """Whether *Skip* is an answer too."""
        return False

    @property
    def title(self) -> T:
        """What the answer is called in the list of answers that can be changed."""
        return T(f"answer-{self.key}")

    @abstractmethod
    def lines(self, partial: JsonValue) -> Sequence[Line]:
        """Return what is asked, given the steps made so far."""

    def options(self, partial: JsonValue) -> Sequence[Option]:
        """Return the buttons, given the steps made so far."""
        return ()

    @abstractmethod
    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        """Return what to make of something that a person did."""

    @abstractmethod
    def restore(self, stored: JsonValue) -> A:
        """Return the answer that was stored; raises StaleAnswerError where it no longer holds."""


class LookUp(ABC, Generic[A]):
    """Something that the service looks up itself, given the answers so far.

    A conversation awaits it like a question, but nobody is asked, goes back to it or changes it.
    What was found is stored with the answers and holds for as long as `about` is the same; the
    conversation goes on with `otherwise` until it has been looked up.
    """

    #: Unique in its conversation; what was found is stored under it.
    key: str
    #: What it was looked up for.
    about: JsonValue
    otherwise: JsonValue

    def __await__(self) -> Generator["LookUp[A]", A, A]:
        return (yield self)

    @abstractmethod
    async def find(self, turn: PersonalTurn) -> JsonValue:
        """Look it up, in the form in which it is stored."""

    @abstractmethod
    def read(self, found: JsonValue) -> A:
        """Return what was found, as the conversation uses it."""

    def is_known(self, stored: JsonValue) -> bool:
        """Say whether what is stored was looked up for just this."""
        return isinstance(stored, dict) and stored.get("about") == self.about

    def stored(self, found: JsonValue) -> JsonValue:
        """Return what is stored of it."""
        return {"about": self.about, "found": found}

    def restore(self, stored: JsonValue) -> A:
        """Return what is known by now."""
        if isinstance(stored, dict) and self.is_known(stored):
            return self.read(stored["found"])
        return self.read(self.otherwise)
