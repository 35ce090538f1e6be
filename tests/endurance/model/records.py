"""What the plain model keeps of people, of what they asked for, and of weekly help."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

HELD: Final = ("claimed", "on-the-way")


@dataclass
class Volunteer:
    """What somebody offers, and when they were asked."""

    kinds: set[str]
    areas: set[int]
    at_once: int = 1
    often: str = "weekly"
    times: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    has_car: bool = False
    paused_until: date | None = None
    last_asked: datetime | None = None


@dataclass
class Somebody:
    """A person: what they are to the service, and whether anything reaches them."""

    account: str
    name: str
    reachable: bool = True
    has_agreed: bool = True
    volunteer: Volunteer | None = None
    checked_until: date | None = None


#: Who stands for helpers that were forgotten.
NOBODY: Final = Somebody("", "")


@dataclass
class Asked:
    """One place of a request, as its resident and its helper know it."""

    token: str
    reference: str
    request: str
    resident: Somebody
    kind: str
    level: str
    area: int | None
    start: datetime
    end: datetime
    slot: int = 1
    slots: int = 1
    language: str | None = None
    needs_car: bool = False
    #: The first name of whoever it is for, where that is not its resident.
    person: str | None = None
    weekly: "Weekly | None" = None
    status: str = "open"
    holder: Somebody | None = None
    claim: int = 0
    #: By when its holder was told to be in touch, and whether they are.
    contact_by: datetime | None = None
    in_touch: bool = False
    #: When its holder said that they come, as it was written to the resident.
    coming: str | None = None
    closed_at: datetime | None = None
    #: When it was open again, if it ever was.
    free_since: datetime | None = None
    confirmed: bool = False
    #: Whether its resident said that it is not done: to nobody else yet, or to a coordinator.
    dispute: str = ""
    dispute_at: datetime | None = None
    mentions_keys: bool = False
    step: str = "posted"
    asked: set[str] = field(default_factory=set)
    could: list[Somebody] = field(default_factory=list)
    #: Whether its claim came of weekly help, which no limit holds up.
    by_itself: bool = False

    @property
    def is_held(self) -> bool:
        """Whether somebody means to do it, or is on the way."""
        return self.status in HELD

    @property
    def is_carried(self) -> bool:
        """Whether it is shown further and further while nobody takes it."""
        return self.status == "open" and self.level != "assigned"


@dataclass
class Weekly:
    """Weekly help: from which request, who comes, who was asked to."""

    token: str
    first: Asked
    level: str
    status: str = "going"
    helper: Somebody | None = None
    wished: Somebody | None = None
