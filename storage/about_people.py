"""Where in the tables something is kept about somebody, and what of it they are shown.

A column that is neither shown nor has its reason here fails a test, and so does one that names
people and that no part here goes by.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, select

from storage.repeats import SECRETS as WEEKLY_SECRETS
from storage.retention import everybody, passing, requests
from storage.retention.rules import Rule
from storage.reveals import UNTOLD
from storage.tables import (
    admissions,
    approvals,
    asks,
    blocks,
    call_out_recipients,
    call_outs,
    card_posts,
    chats,
    checks,
    conversations,
    expenses,
    experiences,
    hand_overs,
    helped_people,
    interests,
    invitations,
    no_shows,
    outbox,
    people,
    reached_limits,
    relay_choices,
    relay_held,
    relay_messages,
    repeats,
    reveals,
    rings,
    role_neighbourhoods,
    roles,
    shown_buttons,
    start_links,
    tasks,
    volunteer_kinds,
    volunteer_neighbourhoods,
    volunteers,
    worries,
    wrong_links,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows of a table about somebody, found by the column that holds their number.

    `shows` are columns in the answer; of the private ones in `withheld` it says only that they are
    there, since others wrote them or are spoken of in them. `rules` say when what goes.
    """

    name: str
    column: Column[Any]
    shows: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    narrowed: tuple[ColumnElement[bool], ...] = ()
    by: Callable[[int], ColumnElement[bool]] | None = None

    def of(self, number: int) -> list[ColumnElement[bool]]:
        """Return the conditions on the rows about somebody."""
        by = self.column == number if self.by is None else self.by(number)
        return [by, *self.narrowed]


def _of_their_requests(column: Column[Any], whose: Column[Any]) -> Callable[[int], Any]:
    return lambda number: column.in_(select(tasks.c.id).where(whose == number))


def _of_their_chat(column: Column[Any]) -> Callable[[int], Any]:
    return lambda number: column.in_(select(people.c.chat_id).where(people.c.id == number))


_STANDS: Final = ("kind", "status", "level", "neighbourhood_id")
_CARD: Final = ("size", "needs", "language_wanted", "who_pays", "ceiling", "named", "left_out")
_TIMES: Final = (
    *("window_start", "window_end", "created_at", "opened_at", "claimed_at", "contact_at"),
    *("coming_from", "coming_until", "set_off_at", "closed_at", "confirmed_at", "cleared_at"),
)
_PLACES: Final = ("organisation_id", "repeat_id", "slot", "slots", "by_phone", "reach", "closed_as")
_REQUEST: Final = ("reference", *_STANDS, *_PLACES, *_CARD, *_TIMES)
_OWN_WORDS: Final = (
    *("first_name", "words", "place", "street", "door", "entry_notes", "phone"),
    *("resident_word", "helper_word"),
)
#: What a helper wrote for the next one.
_OF_HELPERS: Final = ("handover_note",)
_WEEKLY_TIMES: Final = (
    *("first_start", "first_end", "next_start", "next_end", "paused_until"),
    *("helper_away_until", "created_at", "ended_at", "cleared_at"),
)
_WEEKLY: Final = (*_STANDS, *_CARD, *_WEEKLY_TIMES)
_REQUEST_RULES: Final = (requests.REQUEST, requests.DETAILS_OF_REQUEST)
_HEALTH: Final = ("health_asked_at", "health_agreed_at")
_AGREED: Final = (
    *("relation", "organisation_id", "neighbourhood_id", "consent_how", "consent_at"),
    *_HEALTH,
)
_REVIEWED: Final = ("review_on", "ended_at", "created_at")

#: What is kept of somebody who wrote to the service, or is rung.
OF_PERSON: Final[tuple[Part, ...]] = (
    Part(
        name="you",
        column=people.c.id,
        shows=(
            *("account", "first_name", "phone", "language", "language_chosen", "rung"),
            *("neighbourhood_id", "agreed_at", "created_at", "seen_at"),
            *_HEALTH,
            *("asked_to_offer_at", "asked_to_stay_at", "bereaved_at", "data_sent_at"),
        ),
    ),
    Part(
        name="chat",
        column=chats.c.id,
        by=_of_their_chat(chats.c.id),
        shows=("address", "reachable", "quiet_until"),
    ),
    Part(name="admission", column=admissions.c.person_id, shows=("at",)),
    Part(
        name="requests",
        column=tasks.c.resident_id,
        narrowed=(tasks.c.helped_id.is_(None),),
        shows=(*_REQUEST, *_OWN_WORDS),
        withheld=_OF_HELPERS,
        rules=_REQUEST_RULES,
    ),
    Part(
        name="requests-for-another",
        column=tasks.c.resident_id,
        narrowed=(tasks.c.helped_id.is_not(None),),
        shows=_REQUEST,
        withheld=(*_OWN_WORDS, *_OF_HELPERS),
        rules=_REQUEST_RULES,
    ),
    Part(
        name="asked-for",
        column=helped_people.c.requester_id,
        shows=(*_AGREED, *_REVIEWED),
        withheld=("first_name",),
    ),
    Part(
        name="weekly",
        column=repeats.c.resident_id,
        narrowed=(repeats.c.helped_id.is_(None),),
        shows=(*_WEEKLY, *WEEKLY_SECRETS),
        rules=(requests.DETAILS_OF_WEEKLY,),
    ),
    Part(
        name="weekly-for-another",
        column=repeats.c.resident_id,
        narrowed=(repeats.c.helped_id.is_not(None),),
        shows=_WEEKLY,
        withheld=WEEKLY_SECRETS,
        rules=(requests.DETAILS_OF_WEEKLY,),
    ),
    Part(
        name="seen-by-others",
        column=reveals.c.task_id,
        by=_of_their_requests(reveals.c.task_id, tasks.c.resident_id),
        narrowed=(reveals.c.stage.not_in(UNTOLD),),
        shows=("task_id", "stage", "at"),
        rules=(requests.REVEALED,),
    ),
    Part(
        name="cards",
        column=card_posts.c.task_id,
        by=_of_their_requests(card_posts.c.task_id, tasks.c.resident_id),
        shows=("task_id", "posted_at"),
    ),
    Part(
        name="handed-over",
        column=hand_overs.c.request,
        by=lambda number: hand_overs.c.request.in_(
            select(tasks.c.request).where(tasks.c.resident_id == number)
        ),
        shows=(
            *("from_id", "to_id", "neighbourhood_id", "asked_at", "agreed", "answered_at"),
            "moved_at",
        ),
    ),
    Part(
        name="calls",
        column=rings.c.person_id,
        shows=("task_id", "is_urgent", "created_at", "settled_at"),
        withheld=("words", "passed_on"),
        rules=(requests.CALLS,),
    ),
    Part(
        name="helped-with",
        column=tasks.c.helper_id,
        shows=("reference", *_STANDS, *_TIMES),
    ),
    Part(name="helps-weekly", column=repeats.c.helper_id, shows=(*_STANDS, *_WEEKLY_TIMES)),
    Part(name="wished-weekly", column=repeats.c.wished_id, shows=(*_STANDS, *_WEEKLY_TIMES)),
    Part(
        name="shown-to-you",
        column=reveals.c.person_id,
        shows=("task_id", "stage", "at"),
        rules=(requests.REVEALED,),
    ),
    Part(name="asked-directly", column=asks.c.person_id, shows=("task_id", "asked_at", "answer")),
    Part(name="could-help", column=interests.c.person_id, shows=("task_id", "at")),
    Part(
        name="links",
        column=start_links.c.person_id,
        shows=("task_id", "expires_at"),
        rules=(requests.LINKS_TO_TASKS,),
    ),
    Part(
        name="costs",
        column=expenses.c.person_id,
        shows=(
            *("task_id", "neighbourhood_id", "amount", "currency", "receipt_id", "status"),
            *("created_at", "decided_at"),
        ),
        rules=(requests.RECEIPTS, requests.LEDGER),
    ),
    Part(
        name="did-not-come",
        column=no_shows.c.person_id,
        shows=("task_id", "why", "at"),
        rules=(everybody.NO_SHOWS,),
    ),
    Part(
        name="limits",
        column=reached_limits.c.person_id,
        shows=("what", "at", "lifted_at", "lifted_until"),
        rules=(everybody.REACHED,),
    ),
    Part(
        name="offer",
        column=volunteers.c.person_id,
        shows=(
            *("times", "languages", "has_car", "tasks_at_once", "asked_at_most"),
            *("paused_until", "last_asked_at", "created_at", "offered_at", "reviewed_at"),
        ),
    ),
    Part(
        name="offered-kinds",
        column=volunteer_kinds.c.person_id,
        shows=("kind", "guidance_read_at"),
    ),
    Part(
        name="offered-places",
        column=volunteer_neighbourhoods.c.person_id,
        shows=("neighbourhood_id",),
    ),
    Part(
        name="checks",
        column=checks.c.person_id,
        shows=("what", "recorded_at", "issued_on", "expires_on", "ended_at"),
        rules=(everybody.ENDED_CHECKS,),
    ),
    Part(
        name="you-wrote",
        column=relay_messages.c.from_id,
        shows=("task_id", "words", "picture_id", "at"),
        rules=(passing.RELAYED,),
    ),
    Part(
        name="written-to-you",
        column=relay_messages.c.to_id,
        shows=("task_id", "picture_id", "at"),
        withheld=("words",),
        rules=(passing.RELAYED,),
    ),
    Part(
        name="not-passed-on",
        column=relay_held.c.person_id,
        shows=("words", "picture_id", "at"),
        rules=(passing.HELD_BACK,),
    ),
    Part(
        name="writing-to",
        column=relay_choices.c.person_id,
        shows=("task_id", "at"),
        rules=(passing.CHOICES,),
    ),
    Part(
        name="lines",
        column=approvals.c.author_id,
        narrowed=(approvals.c.kind == "card-line",),
        shows=("kind", "task_id", "words", "status", "decided_at", "created_at"),
    ),
    Part(
        name="handed-in",
        column=approvals.c.author_id,
        narrowed=(approvals.c.kind != "card-line",),
        shows=("kind", "task_id", "words", "status", "decided_at", "created_at"),
        rules=(requests.THANKS,),
    ),
    Part(
        name="how-it-went",
        column=experiences.c.person_id,
        shows=("task_id", "side", "how", "words", "at"),
        rules=(requests.HOW_IT_WENT,),
    ),
    Part(
        name="worries",
        column=worries.c.person_id,
        shows=(
            *("task_id", "is_danger", "words", "created_at", "updated_at", "acknowledged_at"),
            "settled_at",
        ),
        rules=(requests.WORRIES,),
    ),
    Part(
        name="called",
        column=call_out_recipients.c.person_id,
        narrowed=(call_out_recipients.c.call_out_id == call_outs.c.id,),
        shows=(
            *("fate", "answer", "answered_at", "neighbourhood_id", "has_place"),
            *("turn", "reminded_at", "asked_again_at", "stood_down_at"),
        ),
        rules=(everybody.CALLED,),
    ),
    Part(
        name="called-others",
        column=call_outs.c.made_by,
        shows=(
            *("status", "purpose", "words", "place", "starts_at", "ends_at", "kinds"),
            *("languages", "checked_only", "takes_strangers", "reaches", "created_at"),
            *("agreed_at", "stopped_at"),
        ),
        rules=(everybody.CALL_OUT_WORDS,),
    ),
    Part(
        name="roles",
        column=roles.c.person_id,
        shows=("role", "organisation_id", "created_at", "ended_at"),
        rules=(everybody.ENDED_ROLES,),
    ),
    Part(
        name="looked-after",
        column=role_neighbourhoods.c.role_id,
        by=lambda number: role_neighbourhoods.c.role_id.in_(
            select(roles.c.id).where(roles.c.person_id == number)
        ),
        shows=("neighbourhood_id",),
    ),
    Part(
        name="invited",
        column=invitations.c.used_by,
        shows=(
            *("role", "organisation_id", "created_at", "expires_at", "used_at"),
            *("answered_at", "was_right"),
        ),
        rules=(everybody.INVITATIONS,),
    ),
    Part(
        name="blocks",
        column=blocks.c.person_id,
        shows=("reason", "at", "ended_at"),
        rules=(everybody.ENDED_BLOCKS,),
    ),
    Part(
        name="draft",
        column=conversations.c.person_id,
        shows=("started_at", "updated_at"),
        withheld=("state",),
    ),
    Part(
        name="buttons",
        column=shown_buttons.c.person_id,
        shows=("at",),
        withheld=("buttons",),
        rules=(passing.BUTTONS,),
    ),
    Part(
        name="messages",
        column=outbox.c.chat_id,
        by=_of_their_chat(outbox.c.chat_id),
        narrowed=(outbox.c.payload.is_not(None),),
        shows=("purpose", "status", "created_at", "due_at"),
        withheld=("payload",),
    ),
    Part(
        name="wrong-links",
        column=wrong_links.c.chat_id,
        by=_of_their_chat(wrong_links.c.chat_id),
        shows=("tried", "since"),
        rules=(everybody.WRONG_LINKS,),
    ),
)

#: What is kept of somebody whom another asks for.
OF_HELPED: Final[tuple[Part, ...]] = (
    Part(
        name="helped",
        column=helped_people.c.id,
        shows=("first_name", *_AGREED, *_REVIEWED),
    ),
    Part(
        name="requests",
        column=tasks.c.helped_id,
        shows=(*_REQUEST, *_OWN_WORDS),
        withheld=_OF_HELPERS,
        rules=_REQUEST_RULES,
    ),
    Part(
        name="weekly",
        column=repeats.c.helped_id,
        shows=(*_WEEKLY, *WEEKLY_SECRETS),
        rules=(requests.DETAILS_OF_WEEKLY,),
    ),
    Part(
        name="seen-by-others",
        column=reveals.c.task_id,
        by=_of_their_requests(reveals.c.task_id, tasks.c.helped_id),
        narrowed=(reveals.c.stage.not_in(UNTOLD),),
        shows=("task_id", "stage", "at"),
        rules=(requests.REVEALED,),
    ),
)
