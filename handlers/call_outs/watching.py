"""Those who sent a call-out, those who may agree to it, and the message that says how it goes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from math import ceil
from typing import Final
from zoneinfo import ZoneInfo

from handlers import posting
from handlers.actions import Action, Everywhere
from handlers.actors import actor_of
from handlers.call_outs import timetable
from handlers.call_outs.describing import (
    areas_of,
    numbers_of,
    purpose_of,
    window_of,
    zone_of,
)
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import coordinators_for
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say
from handlers.outgoing import rendered
from handlers.permissions import allowed
from handlers.tapping import Tap
from handlers.texts import DEFAULT_LANGUAGE, Line, Paragraph, PublicName, T
from storage import call_out_recipients, call_outs, due_work, outbox_changes, people
from storage.call_out_recipients import Answer, Counted
from storage.call_outs import OPEN, CallOut, Standing
from storage.fates import ASKED, Fate
from storage.model import Person
from storage.outbox import Purpose

#: Timed work: brings the message up to date for those who sent a call-out.
PROGRESS: Final = "call-out-progress"
#: How often that is, while it is sent and afterwards.
WHILE_SENDING: Final = timedelta(seconds=5)
GATHERED_FOR: Final = timedelta(seconds=10)
#: How many messages leave in a minute, a little less than apps allow.
A_MINUTE: Final = 25 * 60


def seen_by(turn: Turn, person: Person) -> PersonalTurn:
    """Return a turn as if somebody else acted in it, to ask what they may do."""
    return PersonalTurn(turn.transaction, turn.now, turn.house, person)


async def may_lead(turn: PersonalTurn, places: frozenset[int]) -> bool:
    """Say whether somebody may call people in all of some neighbourhoods at this moment."""
    return allowed(await actor_of(turn), Action.CALL_OUT, Everywhere(places))


async def leads(turn: PersonalTurn, call_out: CallOut) -> bool:
    """Say whether somebody may look after a call-out at this moment."""
    return await may_lead(turn, await numbers_of(turn, call_out))


def for_leads(act: Callable[[PersonalTurn, CallOut], Awaitable[list[Message]]]) -> Tap:
    """Do something with the call-out of a button, for those who may look after it."""

    async def tap(turn: PersonalTurn, token: str) -> list[Message] | None:
        call_out = await call_outs.with_token(turn.transaction, token)
        if call_out is None:
            return None
        if not await leads(turn, call_out):
            return [Say(turn.person, (T("not-allowed"),))]
        return await act(turn, call_out)

    return tap


async def who_could_agree(turn: Turn, places: frozenset[int], maker_id: int) -> list[Person]:
    """Return those who could agree to a call-out that somebody else made, and can be written to."""
    some = await coordinators_for(turn, Everywhere(places))
    everybody = {each.id: each for each in (*some, *await posting.owners_of(turn))}
    return [
        each
        for each in everybody.values()
        if each.id != maker_id and each.reachable and await may_lead(seen_by(turn, each), places)
    ]


async def watchers(turn: Turn, call_out: CallOut) -> list[Person]:
    """Return who made a call-out and who agreed to it; where neither may any more, the owners."""
    numbers = {call_out.made_by, call_out.agreed_by} - {None}
    places = await numbers_of(turn, call_out)
    those = [await people.get(turn.transaction, number) for number in sorted(filter(None, numbers))]
    still = [each for each in those if await may_lead(seen_by(turn, each), places)]
    return still or await posting.owners_of(turn)


async def told(
    turn: Turn, call_out: CallOut, lines: tuple[Line, ...], buttons: Buttons = ()
) -> list[Message]:
    """Return news of a call-out to those who sent it."""
    return [
        Say(each, lines, buttons, purpose=Purpose.NEWS) for each in await watchers(turn, call_out)
    ]


# --- How it stands -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those called were sent the message, and what they said."""

    counted: tuple[Counted, ...]

    def sent(self, *fates: Fate) -> int:
        """Return with how many it came to one of some fates."""
        return sum(each.number for each in self.counted if each.fate in fates)

    def said(
        self, answer: Answer | None, *, has_place: bool = False, area: int | None = None
    ) -> int:
        """Return how many gave an answer, everywhere or in one neighbourhood."""
        return sum(
            each.number
            for each in self.counted
            if (each.answer, each.has_place) == (answer, has_place)
            and area in (None, each.neighbourhood_id)
        )

    def silent(self, *, area: int | None = None) -> int:
        """Return how many were asked, as far as is known, and gave no answer."""
        return sum(
            each.number
            for each in self.counted
            if each.answer is None and each.fate in ASKED and area in (None, each.neighbourhood_id)
        )

    def left(self, call_out: CallOut) -> int:
        """Return how many are still to be sent the message."""
        if call_out.standing not in OPEN:
            return 0
        waiting = self.sent(Fate.DUE, Fate.QUEUED)
        if call_out.standing is Standing.ANSWERING:
            return waiting
        known = sum(each.number for each in self.counted if each.fate is not Fate.JOINED)
        return max(0, call_out.reaches - known) + waiting


async def tally(turn: Turn, call_out: CallOut) -> Tally:
    """Return how a call-out stands."""
    return Tally(tuple(await call_out_recipients.counted(turn.transaction, call_out)))


async def standing(turn: Turn, call_out: CallOut) -> list[Line]:
    """Return how a call-out stands, for those who sent it."""
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    window = window_of(call_out.starts_at, call_out.ends_at, zone_of(areas))
    counts = await tally(turn, call_out)
    names = {each.id: PublicName(each.name) for each in areas}
    places = [
        T(
            "progress-area",
            area=names[each.neighbourhood_id],
            taken=each.taken,
            wanted=each.wanted,
            reserve=counts.said(Answer.YES, area=each.neighbourhood_id),
        )
        for each in await call_outs.places_of(turn.transaction, call_out.id)
    ]
    return [
        T("progress-call-out", purpose=purpose_of(call_out.purpose), window=window),
        await _how_far(turn, call_out, zone_of(areas), counts),
        *_numbers(call_out, counts),
        Paragraph(places),
    ]


async def _how_far(turn: Turn, call_out: CallOut, zone: ZoneInfo, counts: Tally) -> T:
    if counts.left(call_out) and call_out.standing is Standing.ANSWERING:
        return T("progress-sending")
    goes_at = await timetable.goes_at(turn, call_out)
    if call_out.standing is Standing.SENDING and goes_at > turn.now:
        return T("progress-in-the-morning", window=window_of(goes_at, goes_at, zone))
    return T(f"progress-{call_out.standing.value}")


def _numbers(call_out: CallOut, counts: Tally) -> list[Line]:
    """Return how many were sent it and what they said, as soon as anybody is called."""
    if not counts.counted and call_out.standing not in OPEN:
        return []
    return [Paragraph(_sent(call_out, counts)), Paragraph(_said(counts))]


def _sent(call_out: CallOut, counts: Tally) -> list[Line]:
    lines: list[Line] = [
        T("progress-sent", number=counts.sent(Fate.SENT)),
        T("progress-unreachable", number=counts.sent(Fate.UNREACHABLE)),
        T("progress-unknown", number=counts.sent(Fate.UNKNOWN)),
    ]
    spared = counts.sent(Fate.STOOD_DOWN, Fate.STOPPED)
    if spared:
        lines.append(T("progress-not-sent", number=spared))
    joined = counts.sent(Fate.JOINED)
    if joined:
        lines.append(T("progress-joined", number=joined))
    left = counts.left(call_out)
    if left:
        lines.append(T("progress-left", number=left, minutes=ceil(left / A_MINUTE)))
    return lines


def _said(counts: Tally) -> list[Line]:
    return [
        T("progress-yes", number=counts.said(Answer.YES, has_place=True)),
        T("progress-reserve", number=counts.said(Answer.YES)),
        T("progress-no", number=counts.said(Answer.NO)),
        T("progress-later", number=counts.said(Answer.LATER)),
    ]


def controls(call_out: CallOut) -> Buttons:
    """Return the buttons of those who sent a call-out."""
    roster = Press(T("button-call-roster"), f"call-roster:{call_out.token}")
    stop = Press(T("button-call-stop"), f"call-stop:{call_out.token}")
    if call_out.standing is Standing.WAITING:
        return ((stop,),)
    return ((roster,), (stop,)) if call_out.standing in OPEN else ((roster,),)


def progress_label(call_out: CallOut, person: Person) -> str:
    """Return what the message is found by that tells somebody how a call-out goes."""
    return f"{PROGRESS}:{call_out.id}:{person.id}"


async def progress(turn: Turn, call_out: CallOut) -> list[Message]:
    """Return what brings the message up to date where there is news, or shows it first."""
    lines = await standing(turn, call_out)
    buttons = controls(call_out)
    shown = rendered(turn.house.texts, lines, buttons, DEFAULT_LANGUAGE)
    digest = sha256(shown.model_dump_json().encode()).hexdigest()
    if not await call_outs.note_told(turn.transaction, call_out, digest):
        return []
    messages: list[Message] = []
    for each in await watchers(turn, call_out):
        label = progress_label(call_out, each)
        if await outbox_changes.labelled(turn.transaction, label):
            messages.append(ChangeSaid(each, label, lines, buttons, purpose=Purpose.NEWS))
        else:
            messages.append(Say(each, lines, buttons, purpose=Purpose.NEWS, label=label))
    return messages


async def shown_anew(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Show somebody below everything else how a call-out goes; this one is kept up to date."""
    label = progress_label(call_out, turn.person)
    await outbox_changes.drop_label(turn.transaction, label)
    lines = await standing(turn, call_out)
    return [Say(turn.person, lines, controls(call_out), label=label)]


async def progress_soon(turn: Turn, call_out: CallOut) -> None:
    """Have those who sent it told soon that something has changed."""
    due_at = turn.now + GATHERED_FOR
    await due_work.plan_unless_planned(turn.transaction, PROGRESS, call_out.id, due_at)


async def keep_up(turn: Turn, call_out_id: int) -> list[Message]:
    """Bring the message up to date; while messages leave, again in a few seconds."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if (await tally(turn, call_out)).left(call_out):
        due_at = max(turn.now, await timetable.goes_at(turn, call_out)) + WHILE_SENDING
        await due_work.plan(turn.transaction, PROGRESS, call_out_id, due_at)
    return await progress(turn, call_out)
