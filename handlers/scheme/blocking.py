"""Somebody is blocked, with a reason and after a look at what follows; or unblocked again."""

from dataclasses import dataclass
from typing import Final

from handlers import posting
from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.call_outs import gaps
from handlers.cards import references_of
from handlers.helping.private_parts import name_of
from handlers.helping.taken_back import opened_again
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import people_of, to_coordinators
from handlers.messages import Message, Press, PrivatePress, Say, number_carried
from handlers.permissions import allowed
from handlers.scheme.appointing import ask_others_instead
from handlers.scheme.no_longer_theirs import taken_from
from handlers.tapping import Taps
from handlers.texts import Day, Line, Paragraph, Personal, PublicName, T
from handlers.weekly import weekly
from handlers.weekly.weekly_ending import helper_left
from storage import blocks, conversations, kept_out, people, repeats, roles, task_changes, tasks
from storage.kept_out import KeptOut
from storage.model import Person, Repeat, Role, Task, WhyBlocked
from storage.outbox import Purpose
from storage.roles import CARING

#: Whoever holds one of these is blocked by an owner only.
_TRUSTED: Final = CARING | {Role.LEAD}


@dataclass(frozen=True, slots=True)
class Touched:
    """What a block touches: what somebody has taken, has asked for, and has every week."""

    held: tuple[Task, ...]
    asked: tuple[Task, ...]
    weekly_asked: tuple[Repeat, ...]
    weekly_given: tuple[Repeat, ...]

    def seen_by(self, actor: Actor) -> "Touched":
        """Return of it what is in the hands of somebody; the rest is nothing that they hear of."""
        return Touched(
            held=tuple(each for each in self.held if _is_theirs(actor, each)),
            asked=tuple(each for each in self.asked if _is_theirs(actor, each)),
            weekly_asked=tuple(each for each in self.weekly_asked if _is_theirs(actor, each)),
            weekly_given=tuple(each for each in self.weekly_given if _is_theirs(actor, each)),
        )


def _is_theirs(actor: Actor, about: Task | Repeat) -> bool:
    if isinstance(about, Repeat):
        return allowed(actor, Action.END_REPEAT_OF_OTHERS, about)
    return allowed(actor, Action.READ_REQUEST, about)


def told(reason: WhyBlocked) -> tuple[Line, ...]:
    """Return what somebody reads who is blocked: what is stopped, why, and where to turn."""
    return (T("blocked-told"), T(f"blocked-why-{reason}"), T("blocked-where-to-turn"))


async def _whom(turn: PersonalTurn, number: str) -> Person | T | None:
    """Return whom a button means, or why they cannot be blocked by whoever tapped it."""
    person_id = number_carried(number)
    person = None if person_id is None else await people.with_number(turn.transaction, person_id)
    if person is None:
        return None
    actor = await actor_of(turn)
    if not allowed(actor, Action.BLOCK, await people_of(turn, person)):
        return T("not-allowed")
    if person.id == turn.person.id:
        return T("block-not-yourself")
    if person.account in turn.house.owners:
        return T("block-not-an-owner")
    held = await roles.held_by(turn.transaction, person.id)
    if not actor.is_owner and _TRUSTED & set(held):
        return T("block-by-an-owner")
    return person


async def _asked_why(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Ask for the reason; nothing happens yet."""
    person = await _whom(turn, number)
    if not isinstance(person, Person):
        return None if person is None else [Say(turn.person, (person,))]
    if await blocks.is_blocked(turn.transaction, person.id):
        return [await _standing(turn, person)]
    rows = [
        (Press(T(f"button-block-{reason}"), f"blocking:{person.id}:{reason}"),)
        for reason in WhyBlocked
    ]
    asked = Personal("block-why", name=name_of(person))
    return [Say(turn.person, (asked, T("block-why-read")), (*rows, (_not_now(),)))]


def _not_now() -> Press:
    return Press(T("button-block-not"), "block-not:")


async def _previewed(turn: PersonalTurn, data: str) -> list[Message] | None:
    """Show what follows from blocking somebody, and what they will read."""
    number, _, reason = data.partition(":")
    person = await _whom(turn, number)
    if not isinstance(person, Person):
        return None if person is None else [Say(turn.person, (person,))]
    if reason not in set(WhyBlocked):
        return None
    everything = await _touched(turn, person)
    touched = everything.seen_by(await actor_of(turn))
    follows: list[Line] = [T("block-follows-both")]
    if touched.held:
        follows.append(T("block-follows-held", references=references_of(touched.held)))
    if touched.asked:
        follows.append(T("block-follows-asked", references=references_of(touched.asked)))
    if touched.weekly_given:
        follows.append(T("block-follows-weekly-given", number=len(touched.weekly_given)))
    if touched.weekly_asked:
        follows.append(T("block-follows-weekly-asked", number=len(touched.weekly_asked)))
    if touched != everything:
        follows.append(T("block-follows-elsewhere"))
    follows.append(T("block-follows-safety"))
    lines: list[Line] = [
        Personal("block-preview", name=name_of(person)),
        Paragraph(follows),
        T("block-they-read"),
        *told(WhyBlocked(reason)),
    ]
    sure = Press(T("button-block-yes"), f"block-yes:{person.id}:{reason}")
    return [Say(turn.person, lines, ((sure,), (_not_now(),)))]


async def _touched(turn: Turn, person: Person) -> Touched:
    given = await repeats.of_helper(turn.transaction, person.id)
    return Touched(
        held=tuple(await tasks.held_by(turn.transaction, person.id)),
        asked=tuple(await tasks.unfinished_of(turn.transaction, person.id)),
        weekly_asked=tuple(await repeats.of_resident(turn.transaction, person.id)),
        weekly_given=tuple(given),
    )


async def _block(turn: PersonalTurn, data: str) -> list[Message] | None:
    """Block somebody; what they held goes back kindly, what they asked for waits for a decision."""
    number, _, reason = data.partition(":")
    person = await _whom(turn, number)
    if not isinstance(person, Person):
        return None if person is None else [Say(turn.person, (person,))]
    if reason not in set(WhyBlocked):
        return None
    why = WhyBlocked(reason)
    touched = await _touched(turn, person)
    if not await blocks.block(turn.transaction, person.id, why, turn.person.id, turn.now):
        return [await _standing(turn, person)]
    await conversations.forget(turn.transaction, person)
    messages: list[Message] = [
        Say(
            turn.person,
            (
                Personal(
                    "block-done-by-phone" if person.rung else "block-done", name=name_of(person)
                ),
            ),
            ((_unblock(person),),),
        ),
        Say(person, told(why), purpose=Purpose.NEWS),
    ]
    for task in touched.held:
        if await tasks.release(turn.transaction, task, person.id):
            closed = T("details-closed-blocked", reference=PublicName(task.reference))
            messages += await opened_again(turn, person, task, closed)
    messages += await helper_left(turn, person)
    messages += await gaps.without(turn, person)
    messages += await ask_others_instead(turn, person)
    await taken_from(turn, person)
    return [*messages, *await _left_to_decide(turn, touched)]


async def _left_to_decide(turn: PersonalTurn, touched: Touched) -> list[Message]:
    """Let nobody take by themself what somebody blocked has asked for: a human decides.

    That is whoever blocked them, and of what is not in their hands those who look after it.
    """
    actor = await actor_of(turn)
    messages: list[Message] = []
    for task in touched.asked:
        if task.slot == 1:
            await task_changes.raise_level(turn.transaction, task)
        now = await tasks.get(turn.transaction, task.id)
        messages += await posting.cards_to_change(turn, now)
        said = T("block-decide", reference=PublicName(task.reference))
        page = ((page_button(task),),)
        if _is_theirs(actor, now):
            messages.append(Say(turn.person, (said,), page))
        else:
            messages += await to_coordinators(turn, now, (T("block-elsewhere"), said), page)
    for repeat in touched.weekly_asked:
        name = await weekly.helped_name(turn, repeat)
        kind = T(f"kind-{repeat.kind.value}")
        end = ((Press(T("button-weekly-end"), f"weekly:{repeat.token}"),),)
        of_weekly = Personal("block-decide-weekly", name=name, kind=kind)
        if _is_theirs(actor, repeat):
            messages.append(Say(turn.person, (of_weekly,), end))
        else:
            messages += await to_coordinators(turn, repeat, (T("block-elsewhere"), of_weekly), end)
    return messages


async def _left_alone(turn: PersonalTurn, _nothing: str) -> list[Message]:
    return [Say(turn.person, (T("block-left"),))]


# --- Unblocked again -----------------------------------------------------------------------------


def _unblock(person: Person) -> PrivatePress:
    label = Personal("unblock-name", name=name_of(person))
    return PrivatePress(label, f"unblock:{person.id}")


async def _standing(turn: PersonalTurn, person: Person) -> Message:
    """Return that somebody is blocked, since when and why, with the way to end it."""
    block = await blocks.of_person(turn.transaction, person.id)
    assert block is not None  # noqa: S101 - asked for where one stands
    by = await people.get(turn.transaction, block.blocked_by)
    line = Personal(
        "block-standing", name=name_of(person), day=Day(block.at.date()), other=name_of(by)
    )
    lines = Paragraph((line, T(f"blocked-why-{block.reason}")))
    return Say(turn.person, (lines,), ((_unblock(person),),))


async def listed(turn: PersonalTurn) -> list[Message]:
    """Return everybody blocked whom somebody looks after, each with the way to end it."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_QUEUE):
        return [Say(turn.person, (T("not-allowed"),))]
    found: list[Message] = []
    for block in await blocks.standing(turn.transaction):
        person = await people.get(turn.transaction, block.person_id)
        if allowed(actor, Action.BLOCK, await people_of(turn, person)):
            found.append(await _standing(turn, person))
    if actor.is_owner:
        found += [_forgotten(turn, each) for each in await kept_out.all_of_them(turn.transaction)]
    return found or [Say(turn.person, (T("block-nobody"), T("block-how")))]


def _forgotten(turn: PersonalTurn, kept: KeptOut) -> Message:
    """Return that somebody is blocked of whom nothing else is known any more."""
    line = T("block-of-forgotten", day=Day(kept.at.date()))
    lines = Paragraph((line, T(f"blocked-why-{kept.reason}")))
    let_in = Press(T("button-unblock-forgotten"), f"unblock-gone:{kept.id}")
    return Say(turn.person, (lines,), ((let_in,),))


async def _forgotten_let_in(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Let somebody in again who was forgotten while they were blocked."""
    kept_id = number_carried(number)
    if kept_id is None:
        return None
    if not (await actor_of(turn)).is_owner:
        return [Say(turn.person, (T("not-allowed"),))]
    is_ended = await kept_out.let_in(turn.transaction, kept_id)
    noted = T("unblock-forgotten-done" if is_ended else "unblock-forgotten-before")
    return [Say(turn.person, (noted,))]


async def _let_in(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Let somebody ask and help again, and tell them."""
    person = await _whom(turn, number)
    if not isinstance(person, Person):
        return None if person is None else [Say(turn.person, (person,))]
    if not await blocks.unblock(turn.transaction, person.id, turn.person.id, turn.now):
        return [Say(turn.person, (Personal("unblock-before", name=name_of(person)),))]
    return [
        Say(
            turn.person,
            (
                Personal(
                    "unblock-done-by-phone" if person.rung else "unblock-done", name=name_of(person)
                ),
            ),
        ),
        Say(person, (T("unblocked-told"),), purpose=Purpose.NEWS),
    ]


TAPS: Final[Taps] = {
    "block": _asked_why,
    "blocking": _previewed,
    "block-yes": _block,
    "block-not": _left_alone,
    "unblock": _let_in,
    "unblock-gone": _forgotten_let_in,
}
