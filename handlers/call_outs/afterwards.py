"""Before a call-out begins its people are reminded; after it those who sent it see how it went."""

from typing import Final

from handlers.call_outs import agreeing, timetable
from handlers.call_outs.describing import (
    answers,
    areas_of,
    backs_out,
    facts_of,
    label_of,
    numbers_of,
    purpose_of,
    question,
    settle_earlier,
    window_of,
    zone_of,
)
from handlers.call_outs.sending import BATCH, SOON
from handlers.call_outs.watching import Tally, progress, tally, told, watchers
from handlers.house import Turn
from handlers.messages import Message, Say
from handlers.payload import Chart, Panel, Series
from handlers.texts import Line, Paragraph, T
from handlers.timed_work import TimedWork
from storage import call_out_answers, call_out_recipients, call_outs, due_work, fates
from storage.call_out_recipients import Answer
from storage.call_outs import OPEN, CallOut, Standing, Wanted
from storage.model import Neighbourhood
from storage.outbox import Purpose

#: What is written in the picture of how it went.
CHART_WORDS: Final = (
    *("title", "panel", "not-told", "nothing"),
    *("wanted", "yes", "reserve", "no", "silent"),
)


async def _remind(turn: Turn, call_out_id: int) -> list[Message]:
    """Remind the next of those who said yes and have a place."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing not in OPEN:
        return []
    some = await call_out_answers.remind(turn.transaction, call_out, BATCH, turn.now)
    if len(some) == BATCH:
        due_at = turn.now + SOON
        await due_work.plan(turn.transaction, timetable.REMIND, call_out_id, due_at)
    purpose = purpose_of(call_out.purpose)
    lines: list[Line] = [T("call-reminder", purpose=purpose), await facts_of(turn, call_out)]
    if call_out.words is not None:
        lines.insert(1, call_out.words)
    messages: list[Message] = []
    for _, person in await call_out_recipients.people_in(turn.transaction, some):
        await settle_earlier(turn, call_out, person)
        label = label_of(call_out, person.id)
        shown = (*lines, T("call-place-how"))
        messages.append(Say(person, shown, backs_out(call_out), purpose=Purpose.NEWS, label=label))
    return messages


async def _ask_again(turn: Turn, call_out_id: int) -> list[Message]:
    """Ask the next of those once more who said "later"."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing not in OPEN:
        return []
    some = await call_out_answers.ask_again(turn.transaction, call_out, BATCH, turn.now)
    if len(some) == BATCH:
        due_at = turn.now + SOON
        await due_work.plan(turn.transaction, timetable.ASK_AGAIN, call_out_id, due_at)
    lines = (T("call-asked-again"), *await question(turn, call_out))
    messages: list[Message] = []
    for _, person in await call_out_recipients.people_in(turn.transaction, some):
        await settle_earlier(turn, call_out, person)
        label = label_of(call_out, person.id)
        buttons = answers(call_out)[:2]
        messages.append(Say(person, lines, buttons, purpose=Purpose.NEWS, label=label))
    return messages


async def _end(turn: Turn, call_out_id: int) -> list[Message]:
    """End a call-out whose time is over."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing is Standing.WAITING:
        return await _nobody_agreed(turn, call_out)
    if call_out.standing in OPEN:
        return await _over(turn, call_out)
    return []


async def _nobody_agreed(turn: Turn, call_out: CallOut) -> list[Message]:
    await call_outs.refuse(turn.transaction, call_out, None, turn.now)
    await timetable.nothing_more(turn, call_out)
    call_out = await call_outs.get(turn.transaction, call_out.id)
    return [
        *await agreeing.settled(turn, call_out, T("call-agree-settled")),
        *await told(turn, call_out, (T("call-nobody-agreed"),)),
        *await progress(turn, call_out),
    ]


async def _over(turn: Turn, call_out: CallOut) -> list[Message]:
    await call_outs.finish(turn.transaction, call_out)
    await fates.stop(turn.transaction, call_out.id, turn.now)
    await timetable.nothing_more(turn, call_out)
    await due_work.plan(turn.transaction, timetable.STAND_DOWN, call_out.id, turn.now)
    call_out = await call_outs.get(turn.transaction, call_out.id)
    return [*await progress(turn, call_out), *await summary(turn, call_out)]


# --- How it went ---------------------------------------------------------------------------------


async def summary(turn: Turn, call_out: CallOut) -> list[Message]:
    """Return how a call-out went, in words and as a picture, for those who sent it."""
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    counts = await tally(turn, call_out)
    places = await call_outs.places_of(turn.transaction, call_out.id)
    window = window_of(call_out.starts_at, call_out.ends_at, zone_of(areas))
    lines = (
        T("summary-call-out", purpose=purpose_of(call_out.purpose), window=window),
        Paragraph(
            (
                T("summary-wanted", number=sum(each.wanted for each in places)),
                T("summary-yes", number=counts.said(Answer.YES, has_place=True)),
                T("summary-reserve", number=counts.said(Answer.YES)),
                T("summary-no", number=counts.said(Answer.NO)),
                T("summary-silent", number=_silent(counts)),
            )
        ),
        T("summary-next"),
    )
    return [
        Say(
            each,
            lines,
            purpose=Purpose.NEWS,
            document=_chart(turn, each.language, areas, places, counts),
        )
        for each in await watchers(turn, call_out)
    ]


def _silent(counts: Tally, area: int | None = None) -> int:
    """Return how many have the message, or may have it, and have not said yes or no."""
    return counts.silent(area=area) + counts.said(Answer.LATER, area=area)


def _chart(
    turn: Turn,
    language: str,
    areas: list[Neighbourhood],
    places: list[Wanted],
    counts: Tally,
) -> Chart:
    def said(name: str) -> str:
        return turn.house.texts.say(T(f"call-chart-{name}"), language)

    wanted = {each.neighbourhood_id: each.wanted for each in places}
    numbers = {
        "wanted": [wanted[each.id] for each in areas],
        "yes": [counts.said(Answer.YES, has_place=True, area=each.id) for each in areas],
        "reserve": [counts.said(Answer.YES, area=each.id) for each in areas],
        "no": [counts.said(Answer.NO, area=each.id) for each in areas],
        "silent": [_silent(counts, each.id) for each in areas],
    }
    panel = Panel(
        title=said("panel"),
        labels=tuple(each.name for each in areas),
        series=tuple(
            Series(name=said(name), values=tuple(values)) for name, values in numbers.items()
        ),
    )
    return Chart(
        name="call-out",
        language=language,
        title=said("title"),
        panels=(panel,),
        not_told=said("not-told"),
        nothing=said("nothing"),
    )


TIMED: Final[TimedWork] = {
    timetable.REMIND: _remind,
    timetable.ASK_AGAIN: _ask_again,
    timetable.END: _end,
}
