"""Whoever invited somebody says that it is the right person; only then do they hold the role."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers import posting
from handlers.actions import Action, Area, Position
from handlers.actors import actor_of, area_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say
from handlers.permissions import allowed
from handlers.scheme.role_names import role_name
from handlers.tapping import Taps
from handlers.texts import Line, Listed, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import blocks, due_work, invitations, neighbourhoods, people, roles
from storage.invitations import ANSWERED_WITHIN, Invitation
from storage.model import Person, Role
from storage.outbox import Purpose
from storage.roles import Appointed

#: Timed work: what somebody agreed to and nobody answered. The subject is who agreed.
APPOINTMENT: Final = "appointment"


def position_of(invitation: Invitation) -> Position:
    """Return what an invitation is to, as permissions are asked about it."""
    return Position(invitation.role, invitation.organisation_id, invitation.used_by)


async def ask_whether_right(turn: Turn, invitation: Invitation, person: Person) -> list[Message]:
    """Return the question whether whoever agreed is the person who was meant.

    It goes to whoever made the invitation, or to the owners where they may not answer it any more.
    """
    assert invitation.used_at is not None  # noqa: S101 - somebody agreed to it
    await due_work.plan_unless_planned(
        turn.transaction, APPOINTMENT, person.id, invitation.used_at + ANSWERED_WITHIN
    )
    return [
        await question_to(turn, asked, invitation, person, Purpose.NEWS)
        for asked in await _asked(turn, invitation)
    ]


async def _asked(turn: Turn, invitation: Invitation) -> list[Person]:
    maker = await people.get(turn.transaction, invitation.made_by)
    if maker.reachable and await _may_answer(turn, maker, invitation):
        return [maker]
    owners = await posting.owners_of(turn)
    return [each for each in owners if await _may_answer(turn, each, invitation)]


async def _may_answer(turn: Turn, person: Person, invitation: Invitation) -> bool:
    personal = PersonalTurn(turn.transaction, turn.now, turn.house, person)
    return allowed(await actor_of(personal), Action.APPOINT, position_of(invitation))


async def question_to(
    turn: Turn, asked: Person, invitation: Invitation, person: Person, purpose: Purpose
) -> Message:
    """Return the question whether it is the right person, to one of those who may answer it."""
    role = await role_name(turn, invitation.role, invitation.appointed)
    is_maker = asked.id == invitation.made_by
    lines: list[Line] = [
        Personal("appoint-ask", name=name_of(person), role=role),
        T("appoint-right" if is_maker else "appoint-right-for-others"),
    ]
    return Say(asked, lines, _buttons(invitation), purpose=purpose, label=_label(invitation, asked))


def _buttons(invitation: Invitation) -> Buttons:
    return (
        (Press(T("button-appoint-yes"), f"appoint-yes:{invitation.token}"),),
        (Press(T("button-appoint-no"), f"appoint-no:{invitation.token}"),),
    )


def _label(invitation: Invitation, asked: Person) -> str:
    return f"appoint:{invitation.token}:{asked.id}"


async def _answerable(turn: PersonalTurn, token: str) -> Invitation | list[Message] | None:
    """Return the invitation that a button speaks of, what to say instead, or None for no button."""
    found = await invitations.find(turn.transaction, token)
    if found is None or found.used_by is None:
        return None
    if not await _may_answer(turn, turn.person, found):
        return [Say(turn.person, (T("not-allowed"),))]
    if found.answered_at is not None:
        return [Say(turn.person, (T("appoint-answered"),))]
    return found


async def _right(turn: PersonalTurn, token: str) -> list[Message] | None:
    """Appoint whoever agreed; every owner hears of it."""
    found = await _answerable(turn, token)
    if not isinstance(found, Invitation):
        return found
    assert found.used_by is not None  # noqa: S101 - only such an invitation can be answered
    person = await people.get(turn.transaction, found.used_by)
    personal = PersonalTurn(turn.transaction, turn.now, turn.house, person)
    if not allowed(await actor_of(personal), Action.TAKE_UP_ROLE):
        return [Say(turn.person, (T("appoint-not-now"),))]
    held = await roles.held_by(turn.transaction, person.id)
    before = held.get(found.role)
    area = await area_of(turn, held)
    if not await invitations.confirm(turn.transaction, found, turn.person.id, turn.now):
        return [Say(turn.person, (T("appoint-answered"),))]
    role = await role_name(turn, found.role, found.appointed)
    lines: tuple[Line, ...] = (
        T("appointed-yours", role=role),
        T(f"appointed-next-{found.role.value}"),
    )
    return [
        *await _settled(turn, found, person, T("appoint-said-yes")),
        Say(person, lines, purpose=Purpose.NEWS),
        *await _told_of_it(turn, found, person, before),
        *await nobody_left(turn, area),
        *([] if before is None else await ask_others_instead(turn, person)),
    ]


async def _told_of_it(
    turn: PersonalTurn, found: Invitation, person: Person, before: Appointed | None
) -> list[Message]:
    """Return word of who was appointed, and of what they held before in its place.

    Of what they held for another organisation nobody hears but that one and the owners.
    """
    name, position = name_of(person), position_of(found)
    role = await role_name(turn, found.role, found.appointed)
    told: list[Line] = [Personal("appointed", name=name, role=role)]
    if before is None:
        return await to_those_who_appoint(turn, position, told)
    was = await role_name(turn, found.role, before)
    if before.organisation_id == found.organisation_id:
        told.append(T("appointed-instead-of", role=was))
        return await to_those_who_appoint(turn, position, told)
    ended = Personal("role-ended", name=name, role=was)
    there = await who_appoint(turn, replace(position, organisation_id=before.organisation_id))
    return [
        *await to_those_who_appoint(turn, position, told),
        *(Say(each, (ended,), purpose=Purpose.NEWS) for each in there),
    ]


async def _wrong(turn: PersonalTurn, token: str) -> list[Message] | None:
    """Give nothing to whoever agreed, and tell them kindly."""
    found = await _answerable(turn, token)
    if not isinstance(found, Invitation):
        return found
    assert found.used_by is not None  # noqa: S101 - only such an invitation can be answered
    person = await people.get(turn.transaction, found.used_by)
    if not await invitations.refuse(turn.transaction, found, turn.now):
        return [Say(turn.person, (T("appoint-answered"),))]
    return [
        *await _settled(turn, found, person, T("appoint-said-no")),
        Say(turn.person, (T("appoint-refused"),)),
        Say(person, (T("invitation-not-you"),), purpose=Purpose.NEWS),
    ]


async def ask_others_instead(turn: Turn, maker: Person) -> list[Message]:
    """Return the questions to the owners that somebody may not answer any more."""
    messages: list[Message] = []
    for each in await invitations.waiting(turn.transaction):
        if each.made_by == maker.id and not await _may_answer(turn, maker, each):
            assert each.used_by is not None  # noqa: S101 - somebody agreed to what waits
            person = await people.get(turn.transaction, each.used_by)
            messages.append(await _changed(turn, each, person, maker, T("appoint-asked-others")))
            messages += await ask_whether_right(turn, each, person)
    return messages


async def _settled(turn: Turn, invitation: Invitation, person: Person, how: T) -> list[Message]:
    """Return the question without its buttons, wherever it was asked, with how it was answered."""
    asked = {each.id: each for each in await posting.owners_of(turn)}
    maker = await people.get(turn.transaction, invitation.made_by)
    if await _may_answer(turn, maker, invitation):
        asked[maker.id] = maker
    return [await _changed(turn, invitation, person, each, how) for each in asked.values()]


async def _changed(
    turn: Turn, invitation: Invitation, person: Person, asked: Person, how: T
) -> Message:
    role = await role_name(turn, invitation.role, invitation.appointed)
    lines = (Personal("appoint-ask", name=name_of(person), role=role), how)
    return ChangeSaid(asked, _label(invitation, asked), lines)


async def to_those_who_appoint(
    turn: PersonalTurn, position: Position, lines: Sequence[Line]
) -> list[Message]:
    """Return the same word to every owner and to the contacts of the organisation it is about.

    Whoever did it is answered; whoever it is about hears of it in other words.
    """
    told = {each.id: each for each in await who_appoint(turn, position)}
    if turn.person.id != position.holder_id:
        told[turn.person.id] = turn.person
    return [
        Say(each, lines, purpose=Purpose.ANSWER if each.id == turn.person.id else Purpose.NEWS)
        for each in told.values()
    ]


async def who_appoint(turn: Turn, position: Position) -> list[Person]:
    """Return every owner and the contacts of an organisation, without whoever it is about."""
    found = {each.id: each for each in await posting.owners_of(turn)}
    for contact in await roles.holders(turn.transaction, Role.CONTACT):
        held = (await roles.held_by(turn.transaction, contact.id))[Role.CONTACT]
        if held.organisation_id == position.organisation_id:
            found[contact.id] = contact
    found.pop(position.holder_id or 0, None)
    return list(found.values())


async def nobody_left(turn: Turn, before: Area) -> list[Message]:
    """Return word to the owners of what was looked after before, and by nobody but them now."""
    held = await roles.of_everybody(turn.transaction)
    areas = [
        await area_of(turn, each)
        for person_id, each in held.items()
        if not await blocks.is_blocked(turn.transaction, person_id)
    ]
    left = before.numbers - frozenset[int]().union(*(each.numbers for each in areas))
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    names = tuple(PublicName(each.name) for each in everywhere if each.id in left)
    if not names:
        return []
    return await posting.to_owners(turn, (T("role-ended-nobody-left", areas=Listed(names)),))


async def _lapse(turn: Turn, person_id: int) -> list[Message]:
    """Close what nobody answered in time, and tell whoever agreed."""
    person = await people.get(turn.transaction, person_id)
    messages: list[Message] = []
    for each in await invitations.waiting(turn.transaction):
        if each.used_by != person_id or each.used_at is None:
            continue
        ends_at = each.used_at + ANSWERED_WITHIN
        if ends_at > turn.now:
            await due_work.plan_unless_planned(turn.transaction, APPOINTMENT, person_id, ends_at)
            continue
        await invitations.lapse(turn.transaction, each, turn.now)
        role = await role_name(turn, each.role, each.appointed)
        messages += [
            *await _settled(turn, each, person, T("appoint-lapsed")),
            Say(person, (T("invitation-lapsed", role=role),), purpose=Purpose.NEWS),
        ]
    return messages


TAPS: Final[Taps] = {"appoint-yes": _right, "appoint-no": _wrong}
TIMED: Final[TimedWork] = {APPOINTMENT: _lapse}
