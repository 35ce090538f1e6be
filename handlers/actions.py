"""What somebody may want to do, who they are when they do it, and what it may be about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from handlers.kinds import LEVELS
from storage.model import Check, Kind, Level, Neighbourhood, Person, Repeat, Role, Task, Volunteer


class Action(StrEnum):
    """What somebody may want to do."""

    CLAIM = "claim"
    ANSWER_ASK = "answer-ask"
    OFFER_TO_BE_CHOSEN = "offer-to-be-chosen"
    SET_OFF = "set-off"
    CONFIRM_CONTACT = "confirm-contact"
    HAND_BACK = "hand-back"
    WRITE_TO_OTHER_SIDE = "write-to-other-side"
    LEAVE_NOTE = "leave-note"
    FINISH = "finish"
    SEE_REQUEST = "see-request"
    SEE_DOOR = "see-door"
    SEE_WHO_SAW = "see-who-saw"
    WITHDRAW = "withdraw"
    GIVE_ADDRESS = "give-address"
    ADD_LINE = "add-line"
    TAKE_LINE_OFF = "take-line-off"
    CHOOSE_HELPER = "choose-helper"
    COMPLETE_REQUEST = "complete-request"
    RECORD_CHECK = "record-check"
    SET_UP = "set-up"
    CONFIRM_DONE = "confirm-done"
    DISPUTE = "dispute"
    SETTLE = "settle"
    SEND_THANKS = "send-thanks"
    SAY_HOW_IT_WENT = "say-how-it-went"
    SHARE_THOUGHT = "share-thought"
    APPROVE = "approve"
    APPOINT = "appoint"
    TAKE_UP_ROLE = "take-up-role"
    END_ROLE = "end-role"
    END_CONSENT = "end-consent"
    ASK_AS_COLLEAGUE = "ask-as-colleague"
    REPEAT = "repeat"
    ANSWER_WISH = "answer-wish"
    OPEN_REPEAT = "open-repeat"
    CHANGE_REPEAT = "change-repeat"
    END_REPEAT = "end-repeat"
    END_REPEAT_OF_OTHERS = "end-repeat-of-others"
    ASK_TO_TALK = "ask-to-talk"
    HAND_IN_COST = "hand-in-cost"
    DECIDE_COST = "decide-cost"
    READ_LEDGER = "read-ledger"
    READ_OWN_RECORD = "read-own-record"
    READ_OWN_DATA = "read-own-data"
    CHANGE_OWN_DATA = "change-own-data"
    READ_DATA_OF = "read-data-of"
    LEAVE = "leave"
    CONFIGURE = "configure"
    READ_QUEUE = "read-queue"
    REVIEW_OFFER = "review-offer"
    TAKE_BY_PHONE = "take-by-phone"
    TELL_BY_PHONE = "tell-by-phone"
    READ_REQUEST = "read-request"
    CLOSE_REQUEST = "close-request"
    REOPEN_REQUEST = "reopen-request"
    ASSIGN = "assign"
    HAND_OVER = "hand-over"
    ANSWER_HAND_OVER = "answer-hand-over"
    BLOCK = "block"
    LIFT_LIMIT = "lift-limit"
    MAKE_ENTRY_LINK = "make-entry-link"
    INVITE = "invite"
    CALL_OUT = "call-out"
    READ_NUMBERS = "read-numbers"
    MAKE_POSTER = "make-poster"
    ASK = "ask"
    OFFER = "offer"
    FORGET_BY_PHONE = "forget-by-phone"
    READ_HOLDS = "read-holds"
    REPORT_WORRY = "report-worry"
    READ_WORRY = "read-worry"


@dataclass(frozen=True, slots=True)
class Area:
    """What somebody looks after.

    `numbers` are neighbourhoods, `organisations` those whose requests without a neighbourhood are
    theirs too (None is the scheme's own), and `whole` those of which they look after everything.
    """

    numbers: frozenset[int] = frozenset()
    organisations: frozenset[int | None] = frozenset()
    whole: frozenset[int | None] = frozenset()


NOTHING: Final = Area()


@dataclass(frozen=True, slots=True)
class People:
    """Somebody as those who look after them see them: the neighbourhoods where they ask or help.

    A resident or volunteer of no neighbourhood yet is the scheme's own.
    """

    neighbourhoods: frozenset[int] = frozenset()

    @classmethod
    def at(cls, neighbourhood_id: int | None) -> "People":
        """Return somebody of one neighbourhood, or of none."""
        return cls(frozenset() if neighbourhood_id is None else frozenset({neighbourhood_id}))


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Several neighbourhoods that something is about at once, such as a call-out."""

    neighbourhoods: frozenset[int]


@dataclass(frozen=True, slots=True)
class Position:
    """A role that somebody is to be appointed to, or holds, and what for.

    `organisation_id` None is the scheme's own.
    """

    role: Role
    organisation_id: int | None
    holder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the person, and what the service knows of them at this moment."""

    person: Person
    #: Where days are counted.
    zone: ZoneInfo
    is_owner: bool = False
    volunteer: Volunteer | None = None
    check: Check | None = None
    #: Who may take each kind of help in this scheme.
    levels: Mapping[Kind, Level] = field(default_factory=lambda: LEVELS)
    roles: frozenset[Role] = frozenset()
    area: Area = NOTHING
    #: The partner organisation that they act for as its contact.
    contact_of: int | None = None
    #: They can neither ask nor help; what keeps them and others safe stays.
    is_blocked: bool = False
    #: Whether they hold the request that this is about, or held it before.
    was_helper: bool = False
    #: Whether they were asked directly for the task that this is about.
    was_asked: bool = False
    #: Whether they are on either side of the request that this is about, or were.
    took_part: bool = False
    #: Whether they are among those who may read the worry that this is about.
    reads_worry: bool = False


#: What a permission may be asked about.
About = Task | Repeat | Neighbourhood | People | Everywhere | Position
