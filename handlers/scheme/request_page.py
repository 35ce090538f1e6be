"""A request as those who look after it see it: how it stands, its history, and what can be done."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from handlers import posting
from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.announcing import lacking_to
from handlers.asking import who_saw
from handlers.card_line.on_card import line_as_it_stands
from handlers.cards import area_of, moment_of, references_of, window_of
from handlers.crowds import left_out_of
from handlers.deadlines import (
    DISPUTE_ASKED,
    DISPUTED,
    contact_wanted_by,
    zone_of,
)
from handlers.forgetting.forget import CALLER
from handlers.helping.private_parts import is_incomplete, name_of, read_label, request_lines
from handlers.helping.shown_details import shown_to_reader
from handlers.helping.task_buttons import hand_over_buttons, page_button, rung_buttons
from handlers.house import PersonalTurn, Turn
from handlers.keeping.mydata import button_of, is_told_by_others
from handlers.messages import Buttons, Message, Press, Say, Start
from handlers.outcomes import Refused, Went
from handlers.partners.history import gone_to
from handlers.partners.names import name_of_organisation, organisation_of, others_to
from handlers.permissions import allowed
from handlers.scheme.request_history import history
from handlers.tapping import TaskTaps
from handlers.texts import Line, Paragraph, Personal, PublicName, T, Window
from storage import (
    card_lines,
    card_posts,
    due_work,
    hand_overs,
    interests,
    neighbourhoods,
    nobody,
    people,
    rings,
    task_changes,
    tasks,
)
from storage.model import Level, Status, Task
from storage.retention.periods import REQUESTS

#: How long a card hangs before it is shown once more.
SHOWN_AGAIN_AFTER: Final = timedelta(minutes=30)
_REFERENCE: Final = re.compile(r"([A-Za-z]{3})[\s-]*(\d{2})")


async def opened(turn: PersonalTurn, typed: str) -> list[Message]:
    """Return the request of a typed reference to somebody who looks after it."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_QUEUE):
        return [Say(turn.person, (T("not-allowed"),))]
    found = _REFERENCE.fullmatch(typed.strip())
    if found is None:
        return [Say(turn.person, (T("page-how"),))]
    reference = f"{found[1].upper()}-{found[2]}"
    task = await task_changes.with_reference(turn.transaction, reference)
    if task is None or not allowed(actor, Action.READ_REQUEST, task):
        # Whether there is one elsewhere is nobody's business, unless it was theirs before.
        gone = None if task is None else await gone_to(turn, actor, task)
        return [Say(turn.person, (gone or T("page-unknown", reference=PublicName(reference)),))]
    return [await _page(turn, actor, task)]


async def _opened(turn: PersonalTurn, task: Task, _detail: str) -> Went | Refused:
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_REQUEST, task):
        return Refused(await gone_to(turn, actor, task) or T("not-allowed"))
    return Went(None, [await _page(turn, actor, task)])


async def page(turn: PersonalTurn, task: Task) -> Message:
    """Return a request as it stands by now, to somebody who has just changed it."""
    task = await tasks.get(turn.transaction, task.id)
    return await _page(turn, await actor_of(turn), task)


async def _page(turn: PersonalTurn, actor: Actor, task: Task) -> Message:
    lines = [
        await _headline(turn, task),
        Paragraph(await _standing(turn, task)),
        await history(turn, task),
    ]
    open_matters = await _open_matters(turn, task)
    if open_matters:
        lines.append(Paragraph(open_matters))
    lines += await line_as_it_stands(turn, task)
    # A line that nobody has approved is as private as the words of the request.
    waits = await card_lines.waiting(turn.transaction, task) is not None
    label = read_label(task, turn.person) if waits else None
    buttons = await _buttons(turn, actor, task)
    return Say(turn.person, lines, buttons, protect=waits, label=label)


async def _headline(turn: Turn, task: Task) -> Line:
    home = await posting.home_of(turn, task)
    lines: list[Line] = [T(f"kind-{task.kind.value}")]
    if home is not None:
        everywhere = await neighbourhoods.all_of_them(turn.transaction)
        area = area_of(task, everywhere, turn.house.fewest_homes)
        lines.append(T("card-area", area=area))
    lines.append(T("card-window", window=window_of(task, home)))
    lines.append(T("card-reference", reference=PublicName(task.reference)))
    if task.slots > 1:
        places = await tasks.of_request(turn.transaction, task)
        lines.append(T("page-places", references=references_of(places)))
    if task.by_phone:
        lines.append(T("page-by-phone"))
    if task.helped_id is not None:
        lines.append(T("page-for-another"))
    if task.repeat_id is not None:
        lines.append(T("page-weekly"))
    left_out = await left_out_of(turn, task)
    if left_out is not None:
        lines.append(T("page-left-out", parts=left_out))
    return Paragraph(lines)


async def _standing(turn: Turn, task: Task) -> list[Line]:
    home = await posting.home_of(turn, task)
    if task.helper_id is not None and not task.is_finished:
        return await _with_helper(turn, task)
    if task.status is Status.WITH_COORDINATOR:
        return [T("page-incomplete")]
    if task.status is Status.OPEN:
        since = moment_of(task.opened_at or task.created_at, home)
        if task.level is Level.ASSIGNED:
            number = len(await interests.of(turn.transaction, task))
            return [T("page-open", by=since), T("page-could", number=number)]
        return [T("page-open", by=since)]
    if task.status is Status.DONE:
        said = "page-unconfirmed" if task.confirmed_at is None else "page-done"
    else:
        said = "page-closed"
    gone = "page-words-kept" if is_kept(turn, task) else "page-words-gone"
    goes_at = (task.closed_at or turn.now) + turn.house.keeps(REQUESTS)
    by = moment_of(task.cleared_at or goes_at, home)
    return [T(said), T(gone, by=by)]


async def _with_helper(turn: Turn, task: Task) -> list[Line]:
    assert task.helper_id is not None  # noqa: S101 - asked for held tasks only
    name = name_of(await people.get(turn.transaction, task.helper_id))
    lines: list[Line] = [Personal(f"page-{task.status.value}", name=name)]
    if task.status is Status.CLAIMED and task.contact_at is None:
        by = await contact_wanted_by(turn, task)
        lines.append(T("page-not-in-touch", by=Window(by, by)))
    if task.coming_from is not None and task.coming_until is not None:
        zone = await zone_of(turn, task)
        window = Window(task.coming_from.astimezone(zone), task.coming_until.astimezone(zone))
        lines.append(T("standing-coming", window=window))
    return lines


def is_kept(turn: Turn, task: Task) -> bool:
    """Say whether the words of a finished request are still there."""
    if task.cleared_at is not None:
        return False
    return task.closed_at is None or turn.now < task.closed_at + turn.house.keeps(REQUESTS)


async def _open_matters(turn: Turn, task: Task) -> Sequence[Line]:
    """Return what else of a request waits for somebody."""
    lines: list[Line] = []
    asked = await hand_overs.asked_about(turn.transaction, task.request)
    if asked is not None:
        organisation = await name_of_organisation(turn, asked.to_id)
        lines.append(T("page-hand-over-asked", organisation=organisation))
    if await rings.waiting_about(turn.transaction, [task.id]):
        lines.append(T("page-ring-waits"))
    for kind in (DISPUTED, DISPUTE_ASKED):
        if await due_work.is_planned(turn.transaction, kind, task.id):
            lines.append(T("page-disputed"))
            break
    return lines


async def _buttons(turn: PersonalTurn, actor: Actor, task: Task) -> Buttons:
    """Return what somebody may do with a request as it stands."""
    may = [each for each in await _possible(turn, task) if allowed(actor, each[0], task)]
    rows: list[Sequence[Press | Start]] = [(press,) for _, press in may]
    if task.by_phone and allowed(actor, Action.TELL_BY_PHONE, task):
        secrets = await tasks.secrets_of(turn.transaction, task)
        answers = rung_buttons(task, is_incomplete=is_incomplete(task.kind, secrets))
        rows += [row for row in answers if row != (page_button(task),)]
        rows.append((who_saw.button(task),))
        if allowed(actor, Action.FORGET_BY_PHONE, task) and not await _is_forgotten(turn, task):
            forget = T("button-forget-this-caller")
            rows.append((Press(forget, f"{CALLER}:{task.resident_id}"),))
        asked = await hand_overs.asked_about(turn.transaction, task.request)
        if asked is not None and not task.is_finished:
            # They may ring back when the call has been ticked off.
            rows += hand_over_buttons(asked.id)
    return rows


async def _line_of(turn: Turn, task: Task) -> list[tuple[Action, Press]]:
    """Return what can be done with the line of a card, and which permission each takes."""
    has_line = bool(await line_as_it_stands(turn, task))
    found: list[tuple[Action, Press]] = []
    if task.status is Status.OPEN:
        write = T("button-line-change" if has_line else "button-line")
        found.append((Action.ADD_LINE, Press(write, f"line:{task.token}")))
    if has_line:
        found.append((Action.TAKE_LINE_OFF, Press(T("button-line-off"), f"line-off:{task.token}")))
    return found


async def _possible(turn: Turn, task: Task) -> list[tuple[Action, Press]]:
    """Return what can be done with a request, and which permission each takes."""

    def press(action: Action, label: T, name: str) -> tuple[Action, Press]:
        return action, Press(label, f"{name}:{task.token}")

    found: list[tuple[Action, Press]] = []
    if task.status is Status.WITH_COORDINATOR:
        found.append(press(Action.COMPLETE_REQUEST, T("button-complete"), "complete"))
    if task.status is Status.OPEN:
        found.append(press(Action.ASSIGN, T("button-assign"), "assign"))
        found.append(press(Action.ASSIGN, T("button-raise"), "raise"))
    if task.status in (Status.CLAIMED, Status.ON_THE_WAY):
        found.append(press(Action.ASSIGN, T("button-reassign"), "assign"))
    found += await _line_of(turn, task)
    if is_kept(turn, task):
        found.append(press(Action.READ_REQUEST, T("button-show-words"), "words"))
    if not task.is_finished:
        found.append(press(Action.CLOSE_REQUEST, T("button-close"), "close"))
        found += await _hand_over(turn, task)
    elif is_kept(turn, task):
        found.append(press(Action.REOPEN_REQUEST, T("button-reopen"), "reopen"))
    if is_told_by_others(task):
        found.append((Action.READ_DATA_OF, button_of(task)))
    found += await _blocking(turn, task)
    return found


async def _blocking(turn: Turn, task: Task) -> list[tuple[Action, Press]]:
    found: list[tuple[Action, Press]] = []
    if not await _is_forgotten(turn, task):
        resident = Press(T("button-block-resident"), _block(task.resident_id))
        found.append((Action.READ_REQUEST, resident))
    if task.helper_id is not None and not await nobody.is_nobody(turn.transaction, task.helper_id):
        helper = Press(T("button-block-helper"), _block(task.helper_id))
        found.append((Action.READ_REQUEST, helper))
    return found


async def _hand_over(turn: Turn, task: Task) -> list[tuple[Action, Press]]:
    """Return the button that begins a hand-over, or takes back the question that it began with."""
    asked = await hand_overs.asked_about(turn.transaction, task.request)
    if asked is not None:
        stop = Press(T("button-hand-over-stop"), f"handover-stop:{asked.id}")
        return [(Action.HAND_OVER, stop)]
    if not await others_to(turn, await organisation_of(turn, task)):
        return []
    return [(Action.HAND_OVER, Press(T("button-hand-over"), f"handover:{task.token}"))]


async def _is_forgotten(turn: Turn, task: Task) -> bool:
    return await nobody.is_nobody(turn.transaction, task.resident_id)


def _block(person_id: int) -> str:
    return f"block:{person_id}"


# --- Buttons -------------------------------------------------------------------------------------


async def _completed(turn: PersonalTurn, task: Task, _detail: str) -> Went | Refused:
    """Show what a request lacks, with a button for each answer."""
    if not allowed(await actor_of(turn), Action.COMPLETE_REQUEST, task):
        return Refused(T("not-allowed"))
    if task.status is not Status.WITH_COORDINATOR:
        return Refused(T("complete-already"))
    return Went(None, [await lacking_to(turn, task, turn.person)])


async def _words_shown(turn: PersonalTurn, task: Task, _detail: str) -> Went | Refused:
    """Show the words of a request to somebody who looks after it; that they saw them is logged."""
    if not allowed(await actor_of(turn), Action.READ_REQUEST, task):
        return Refused(T("not-allowed"))
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines = request_lines(secrets)
    if secrets.place is not None:
        lines.append(Personal("complete-place", place=secrets.place))
    if secrets.handover_note is not None:
        lines.append(Personal("details-note", note=secrets.handover_note))
    reference = PublicName(task.reference)
    if not lines:
        return Refused(T("page-no-words", reference=reference))
    shown = (T("page-words", reference=reference), Paragraph(lines), T("page-words-logged"))
    page_of_it = ((page_button(task),),)
    return Went(None, [await shown_to_reader(turn, task, turn.person, shown, page_of_it)])


async def _raised(turn: PersonalTurn, task: Task, _detail: str) -> Went | Refused:
    """Show the card of a request again, unless it was shown just now."""
    if not allowed(await actor_of(turn), Action.ASSIGN, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if task.status is not Status.OPEN:
        return Refused(T("page-not-open", reference=reference))
    hanging = await card_posts.of_task(turn.transaction, task.id)
    if any(_is_new(turn, each.posted_at) for each in hanging):
        return Refused(T("page-shown-lately", reference=reference))
    anew = await posting.cards_anew(turn, task, await posting.groups_for(turn, task))
    if not anew:
        return Refused(T("page-no-group", reference=reference))
    return Went(T("page-raised"), [Say(turn.person, (T("page-raised"),)), *anew])


def _is_new(turn: Turn, posted_at: datetime | None) -> bool:
    return posted_at is not None and turn.now - posted_at < SHOWN_AGAIN_AFTER


TASK_TAPS: Final[TaskTaps] = {
    "page": _opened,
    "complete": _completed,
    "words": _words_shown,
    "raise": _raised,
}
