"""What is remembered, as the floors above see it: frozen records and the words for their states."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from storage.private import PrivateText

#: The bot that there was before there could be several.
FIRST_BOT: Final = "telegram"


class Kind(StrEnum):
    """What somebody may need."""

    SHOPPING = "shopping"
    FOOD_PARCEL = "food-parcel"
    HOT_MEAL = "hot-meal"
    ERRAND = "errand"
    POST = "post"
    DOG_WALK = "dog-walk"
    DOORSTEP_CHAT = "doorstep-chat"
    PHARMACY_RUN = "pharmacy-run"
    PHONE_CALL = "phone-call"
    LIFT = "lift"
    LISTENING = "listening"
    PAPERWORK = "paperwork"
    SOMETHING_ELSE = "something-else"


class Level(StrEnum):
    """Who may take a task: any volunteer, a checked one, or one whom a coordinator picks."""

    OPEN = "open"
    CHECKED = "checked"
    ASSIGNED = "assigned"


class Status(StrEnum):
    """Where a task stands; `DONE` and `WITHDRAWN` are ends."""

    #: A coordinator has to give it a kind or a neighbourhood before anybody else sees it.
    WITH_COORDINATOR = "with-coordinator"
    OPEN = "open"
    CLAIMED = "claimed"
    ON_THE_WAY = "on-the-way"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Reach(StrEnum):
    """How far an unclaimed task has been carried, in this order."""

    POSTED = "posted"
    RAISED = "raised"
    ADJACENT = "adjacent"
    ASKING = "asking"
    COORDINATOR = "coordinator"


class Role(StrEnum):
    """What somebody is appointed to."""

    #: Reads reported worries.
    LEAD = "lead"
    #: A colleague of a partner organisation, who asks for people that they look after.
    COLLEAGUE = "colleague"
    #: Looks after neighbourhoods: those named, or else all that their organisation owns.
    COORDINATOR = "coordinator"
    #: Acts for a partner organisation: looks after all that it owns, and appoints its people.
    CONTACT = "contact"


class Checked(StrEnum):
    """What a coordinator has seen of a volunteer; the first two make them checked."""

    IDENTITY = "identity"
    BACKGROUND = "background"
    REFERENCES = "references"


class ClosedAs(StrEnum):
    """Why a coordinator closed a request."""

    FULFILLED = "fulfilled"
    NOT_NEEDED = "not-needed"
    COULD_NOT_HELP = "could-not-help"
    DUPLICATE = "duplicate"
    HANDED_OVER = "handed-over"
    OUT_OF_AREA = "out-of-area"


class WhyBlocked(StrEnum):
    """Why somebody can neither ask nor help for now."""

    #: Somebody was hurt, threatened or frightened.
    HARM = "harm"
    #: Money or things went missing.
    MONEY = "money"
    #: What was asked for or promised was not meant.
    MISUSE = "misuse"
    #: What was agreed about privacy and safety was not kept.
    RULES = "rules"
    #: Something has to be looked into first.
    OPEN_QUESTION = "open-question"


class RepeatStatus(StrEnum):
    """How weekly help stands; `ENDED` is an end."""

    GOING = "going"
    #: Its volunteer does not come any more, and the resident says whether anybody may.
    CHOOSING = "choosing"
    ENDED = "ended"


class Relation(StrEnum):
    """What somebody who asks for another person is to them."""

    NEIGHBOUR = "neighbour"
    RELATIVE = "relative"
    COLLEAGUE = "colleague"


class ConsentHow(StrEnum):
    """How a person helped agreed that somebody asks for them."""

    IN_PERSON = "in-person"
    ON_THE_PHONE = "on-the-phone"
    IN_WRITING = "in-writing"
    #: They cannot say so themselves, and somebody who may decide for them did.
    BY_SOMEBODY_ELSE = "by-somebody-else"


class Size(StrEnum):
    """How much there is to carry."""

    SMALL = "small"
    BAGS = "bags"
    LARGE = "large"


class Need(StrEnum):
    """What a helper should bring or expect."""

    CAR = "car"
    STEP_FREE = "step-free"
    HEAVY_LIFTING = "heavy-lifting"
    DOG = "dog"


class Detail(StrEnum):
    """What of a request could tell whose it is, where few people share it.

    What only says what a helper brings (a car) or does (how much there is to carry) is none.
    """

    LANGUAGE = "language"
    STEP_FREE = "step-free"
    HEAVY_LIFTING = "heavy-lifting"
    DOG = "dog"
    #: Up to how much is paid back, where that is an amount of their own.
    CEILING = "ceiling"


class WhoPays(StrEnum):
    """How the things are paid for, agreed before anybody claims."""

    NOTHING_TO_PAY = "nothing-to-pay"
    PAID_ALREADY = "paid-already"
    PAID_BACK = "paid-back"


class Stage(StrEnum):
    """How much of a request somebody has been shown."""

    CLAIMED = "claimed"
    SET_OFF = "set-off"
    #: A coordinator was given the phone number, to ring in the place of a message.
    RINGING = "ringing"
    #: A coordinator was shown the words of the request, because they asked for them.
    READ = "read"
    #: A coordinator was shown all of it, to see to it outside of this service.
    OUTSIDE = "outside"
    #: A safeguarding lead was shown where somebody in danger is.
    DANGER = "danger"
    #: A safeguarding lead read somebody's worry about the request, and whom it names. Neither side
    #: of the request is told of that.
    WORRY = "worry"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has written to the service; `key` names the key that opens what is theirs."""

    id: int
    account: str
    chat_id: int
    key: str
    language: str
    first_name: PrivateText | None
    agreed_at: datetime | None
    health_agreed_at: datetime | None
    neighbourhood_id: int | None
    reachable: bool
    #: The bot by which they are reached: the one that they last wrote to.
    bot: str = FIRST_BOT
    #: They have no app: a coordinator rings them in the place of every message.
    rung: bool = False
    #: When they last did something, give or take a day.
    seen_at: datetime | None = None
    #: When they last said whether health details may be kept.
    health_asked_at: datetime | None = None

    @property
    def keeps_health(self) -> bool | None:
        """Whether what they tell of their health may be kept; None where they were not asked."""
        return answer_about_health(self.health_asked_at, self.health_agreed_at)


def answer_about_health(asked_at: datetime | None, agreed_at: datetime | None) -> bool | None:
    """Return what was answered about health details; None where nobody asked."""
    # Before it was noted when somebody was asked, a no left no trace.
    return True if agreed_at is not None else None if asked_at is None else False


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A part of town with its own group; `outline` is a GeoJSON geometry.

    `organisation_id` is the partner organisation that owns it; None is the scheme's own.
    """

    id: int
    name: str
    time_zone: str
    homes: int | None = None
    outline: str | None = None
    postcodes: tuple[str, ...] = ()
    adjacent: tuple[int, ...] = ()
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat, or a topic in one, where a neighbourhood's cards appear."""

    id: int
    chat_id: int
    address: str
    thread: int | None
    neighbourhood_id: int
    language: str
    #: Whether anything can be sent there at this moment.
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Volunteer:
    """What a volunteer offers; `times` are parts of the week, such as `saturday-morning`."""

    person_id: int
    kinds: frozenset[Kind]
    neighbourhoods: frozenset[int]
    tasks_at_once: int
    times: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    has_car: bool = False
    asked_at_most: str = "weekly"
    paused_until: date | None = None
    last_asked_at: datetime | None = None
    #: When they last offered more than before, and when a coordinator looked at it.
    offered_at: datetime | None = None
    reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Secrets:
    """The private parts of a request; each is shown to its helper only at its stage."""

    first_name: PrivateText | None = None
    words: PrivateText | None = None
    place: PrivateText | None = None
    street: PrivateText | None = None
    door: PrivateText | None = None
    entry_notes: PrivateText | None = None
    phone: PrivateText | None = None
    resident_word: PrivateText | None = None
    helper_word: PrivateText | None = None
    handover_note: PrivateText | None = None


@dataclass(frozen=True, slots=True)
class NewTask:
    """A request as its resident sent it."""

    reference: str
    token: str
    resident_id: int
    neighbourhood_id: int | None
    status: Status
    kind: Kind
    level: Level
    size: Size | None
    needs: frozenset[Need]
    language_wanted: str | None
    who_pays: WhoPays | None
    ceiling: int | None
    window_start: datetime
    window_end: datetime
    created_at: datetime
    secrets: Secrets = field(repr=False)
    helped_id: int | None = None
    #: Shared by the tasks of a request that takes several helpers; its own token where empty.
    request: str = ""
    slot: int = 1
    slots: int = 1
    repeat_id: int | None = None
    by_phone: bool = False
    #: The neighbourhoods that its card names at least.
    named: frozenset[int] = frozenset()
    #: What is not on its card, since it would tell whose it is.
    left_out: frozenset[Detail] = frozenset()


@dataclass(frozen=True, slots=True)
class Task:
    """A request as everybody may know it; its private parts are read with `tasks.secrets_of`."""

    id: int
    reference: str
    token: str
    resident_id: int
    neighbourhood_id: int | None
    status: Status
    kind: Kind
    level: Level
    size: Size | None
    needs: frozenset[Need]
    language_wanted: str | None
    who_pays: WhoPays | None
    ceiling: int | None
    window_start: datetime
    window_end: datetime
    created_at: datetime
    helper_id: int | None
    claim_number: int
    claimed_at: datetime | None
    set_off_at: datetime | None
    closed_at: datetime | None
    helped_id: int | None = None
    request: str = ""
    slot: int = 1
    slots: int = 1
    repeat_id: int | None = None
    reach: Reach = Reach.POSTED
    opened_at: datetime | None = None
    contact_at: datetime | None = None
    confirmed_at: datetime | None = None
    #: When the helper said that they would come.
    coming_from: datetime | None = None
    coming_until: datetime | None = None
    #: The partner organisation that it was handed over to, where it was.
    organisation_id: int | None = None
    #: Whether its resident has no app and is rung.
    by_phone: bool = False
    #: Why a coordinator closed it; None where its resident or its helper did.
    closed_as: ClosedAs | None = None
    #: The neighbourhoods that its card named when it was posted; it never names fewer.
    named: frozenset[int] = frozenset()
    #: What is not on its card, since it would tell whose it is; decided when it is posted.
    left_out: frozenset[Detail] = frozenset()
    #: When its private parts went: some time after it was closed, or with its resident.
    cleared_at: datetime | None = None

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in (Status.DONE, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Check:
    """A recorded identity and background check; good up to and on its last day."""

    person_id: int
    expires_on: date


@dataclass(frozen=True, slots=True)
class CardPost:
    """A public card as it hangs in a group; `posted_at` is None where nobody knows."""

    task_id: int
    chat_id: int
    thread: int | None
    message: int
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewRepeat:
    """Weekly help as its resident agreed to it; `task` is the request that it goes back to."""

    token: str
    task: Task
    wished_id: int | None
    next_start: datetime
    next_end: datetime
    created_at: datetime
    secrets: Secrets = field(repr=False)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Weekly help; its private parts are read with `repeats.secrets_of`."""

    id: int
    token: str
    resident_id: int
    helped_id: int | None
    helper_id: int | None
    wished_id: int | None
    helper_away_until: date | None
    status: RepeatStatus
    kind: Kind
    level: Level
    neighbourhood_id: int
    size: Size | None
    needs: frozenset[Need]
    language_wanted: str | None
    who_pays: WhoPays | None
    ceiling: int | None
    first_start: datetime
    first_end: datetime
    next_start: datetime
    next_end: datetime
    paused_until: date | None
    #: As on the card of the request that it goes back to.
    named: frozenset[int] = frozenset()
    left_out: frozenset[Detail] = frozenset()

    @property
    def is_ended(self) -> bool:
        """Whether it goes on no more."""
        return self.status is RepeatStatus.ENDED
