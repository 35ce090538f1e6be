"""What is set up and what is missing, with a button for each part."""

from collections.abc import Mapping, Sequence
from typing import Final

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.kinds import LEVELS
from handlers.messages import Buttons, Message, Press, Say
from handlers.permissions import allowed
from handlers.safety.whereabouts import zone_of_scheme
from handlers.scheme import keeping_questions, limit_questions
from handlers.scheme.scheme_questions import Part, clock, shown_numbers
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from handlers.understanding.emergency import numbers_in
from storage import neighbourhoods, roles
from storage.model import Group, Kind, Neighbourhood, Role

#: What a button of the menu carries before the part that it sets up.
SETUP: Final = "setup"
#: Buttons of the menu that begin conversations of their own.
NEIGHBOURHOOD: Final = "neighbourhood"
POSTER: Final = "poster"
INVITE: Final = "invite"
GIVE_AREA: Final = "give-area"
OF_THEIR_OWN: Final = (NEIGHBOURHOOD, POSTER, INVITE, GIVE_AREA)
COLUMNS: Final = 2
#: Of neighbourhoods, and of what is missing: more has no room in one message.
MOST_LISTED: Final = 15
MOST_MISSING: Final = 6


async def menu(turn: PersonalTurn, before: Sequence[Line] = ()) -> Message:
    """Return what is set up, what is missing, and buttons to change it; `before` is said first."""
    actor = await actor_of(turn)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    theirs = [each for each in everywhere if allowed(actor, Action.SET_UP, each)]
    may_found, may_configure = allowed(actor, Action.SET_UP), allowed(actor, Action.CONFIGURE)
    if not theirs and not may_found:
        return Say(turn.person, (*before, T("not-allowed")))
    groups = await neighbourhoods.groups_of_all(turn.transaction)
    lines: list[Line] = [*before, T("setup-so-far")]
    if may_configure:
        lines.append(Paragraph(_shown(turn, everywhere)))
    lines += _listed(theirs, groups)
    missing = _missing_of_areas(theirs, groups)
    if may_configure:
        missing += await _missing_of_scheme(turn, everywhere)
    if missing:
        lines.append(Paragraph([T("setup-missing"), *_shortened(missing)]))
    has_partners = bool(await roles.organisations_by_name(turn.transaction))
    return Say(
        turn.person, lines, _buttons(actor, has_areas=bool(theirs), has_partners=has_partners)
    )


def _shown(turn: PersonalTurn, everywhere: Sequence[Neighbourhood]) -> list[Line]:
    house, zone = turn.house, zone_of_scheme(turn.house, everywhere)
    lines: list[Line] = [
        T("setup-shows-no-name")
        if house.scheme is None
        else T("setup-shows-name", scheme=PublicName(house.scheme)),
        T("setup-shows-time-zone", zone=PublicName(zone)),
        *shown_numbers(numbers_in(zone, house.emergency)),
    ]
    for kind in Kind:
        if house.levels[kind] is not LEVELS[kind]:
            level = T(f"level-{house.levels[kind].value}")
            lines.append(T("setup-shows-level", kind=T(f"kind-{kind.value}"), level=level))
    hours = clock(house.quiet_from, house.quiet_until)
    return [
        *lines,
        T("setup-shows-quiet-hours", hours=hours),
        T("setup-shows-call-outs", number=house.agreement_above),
        T("setup-shows-few-homes", homes=house.fewest_homes),
        *limit_questions.shown(house),
        *keeping_questions.shown(house),
        *limit_questions.shown_door(house),
        T("setup-shows-rare", number=house.rare_below),
        T(f"setup-shows-caution-{house.line_caution.value}"),
    ]


def _listed(theirs: Sequence[Neighbourhood], groups: Mapping[int, Sequence[Group]]) -> list[Line]:
    if not theirs:
        return []
    lines: list[Line] = [T("setup-neighbourhoods")]
    lines += [_line(each, len(groups.get(each.id, ()))) for each in theirs[:MOST_LISTED]]
    if len(theirs) > MOST_LISTED:
        lines.append(T("setup-more", number=len(theirs) - MOST_LISTED))
    return [Paragraph(lines)]


def _line(area: Neighbourhood, groups: int) -> T:
    parts: list[T | PublicName] = [PublicName(prefix) for prefix in area.postcodes[:4]]
    if len(area.postcodes) > 4:
        parts.append(T("setup-more-postcodes", number=len(area.postcodes) - 4))
    if area.outline is not None:
        parts.append(T("setup-has-outline"))
    if area.homes is not None:
        parts.append(T("setup-has-homes", homes=area.homes))
    parts.append(T("setup-has-groups", number=groups))
    return T("setup-neighbourhood", area=PublicName(area.name), parts=Listed(tuple(parts)))


def _missing_of_areas(
    theirs: Sequence[Neighbourhood], groups: Mapping[int, Sequence[Group]]
) -> list[Line]:
    missing: list[Line] = []
    for each in theirs:
        area, linked = PublicName(each.name), groups.get(each.id, ())
        if not linked:
            missing.append(T("missing-group", area=area))
        elif not any(group.reachable for group in linked):
            missing.append(T("missing-right", area=area))
    missing += [
        T(
            "missing-place" if each.outline is None else "missing-postcodes",
            area=PublicName(each.name),
        )
        for each in theirs
        if not each.postcodes
    ]
    return missing


async def _missing_of_scheme(turn: PersonalTurn, everywhere: Sequence[Neighbourhood]) -> list[Line]:
    missing: list[Line] = [] if everywhere else [T("missing-neighbourhood")]
    held = (await roles.of_everybody(turn.transaction)).values()
    if not any(Role.LEAD in each for each in held):
        missing.append(T("missing-lead"))
    if not any(Role.COORDINATOR in each for each in held):
        missing.append(T("missing-coordinator"))
    return missing


def _shortened(missing: Sequence[Line]) -> list[Line]:
    more = len(missing) - MOST_MISSING
    return [*missing[:MOST_MISSING], *([T("missing-more", number=more)] if more > 0 else [])]


def _buttons(actor: Actor, *, has_areas: bool, has_partners: bool) -> Buttons:
    parts = [
        part
        for part in Part
        if allowed(actor, Action.SET_UP if part is Part.NEIGHBOURHOODS else Action.CONFIGURE)
    ]
    names = [part.value for part in parts]
    if has_areas:
        names += [NEIGHBOURHOOD, POSTER]
    if allowed(actor, Action.APPOINT):
        names.append(INVITE)
    if has_areas and has_partners and allowed(actor, Action.CONFIGURE):
        names.append(GIVE_AREA)
    buttons = [Press(T(f"button-setup-{name}"), f"{SETUP}:{name}") for name in names]
    return [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
