"""What a volunteer offers, as those read it who look at it, with the buttons that settle it."""

from datetime import date

from handlers.days import full_day
from handlers.helping.private_parts import name_of
from handlers.house import Turn
from handlers.kinds import takes_check
from handlers.looking_after import Word, changed_for_all
from handlers.messages import Press
from handlers.outgoing import keep
from handlers.texts import Line, Paragraph, Personal, T
from handlers.volunteering.offer_lines import named, offered
from storage import checks, outbox_changes, volunteers
from storage.model import Kind, Person, Volunteer


def kinds_with_check(turn: Turn) -> frozenset[Kind]:
    """Return the kinds of help that take a check in this scheme."""
    levels = turn.house.levels
    return frozenset(kind for kind in Kind if takes_check(kind, levels[kind], levels))


def label(volunteer: Person, reader: Person) -> str:
    """Return what the word of an offer is found by that somebody got."""
    return f"offer:{volunteer.id}:{reader.id}"


async def word_of(turn: Turn, volunteer: Person) -> Word:
    """Return what somebody offers, for whoever looks at it, with the buttons that settle it."""
    offer = await volunteers.find(turn.transaction, volunteer.id)
    if offer is None:
        return Word((T("check-nobody"),))
    lines: list[Line] = [
        Personal("offer-to-review", name=name_of(volunteer)),
        Paragraph(await offered(turn, offer)),
    ]
    check = await checks.check_of(turn.transaction, volunteer.id, turn.now.date())
    wanting = offer.kinds & kinds_with_check(turn)
    if check is not None:
        lines.append(_checked(check.expires_on))
    elif wanting:
        kinds = named("kind", (each.value for each in Kind if each in wanting))
        lines.append(T("offer-wants-check", kinds=kinds))
    stamp = stamp_of(offer)
    rows = [
        (Press(T("button-offer-seen"), f"offer-seen:{stamp}"),),
        (Press(T("button-offer-unsuitable"), f"offer-no:{stamp}"),),
    ]
    if wanting and check is None:
        rows.insert(0, (Press(T("button-record-check"), f"check:{volunteer.id}"),))
    return Word(lines, rows)


def stamp_of(offer: Volunteer) -> str:
    """Return what a button carries: an offer that was widened since is another matter."""
    at = int(offer.offered_at.timestamp()) if offer.offered_at else 0
    return f"{offer.person_id}:{at}"


async def wants_check(turn: Turn, volunteer: Person) -> bool:
    """Say whether somebody offers what takes a check that they do not have."""
    offer = await volunteers.find(turn.transaction, volunteer.id)
    if offer is None or not offer.kinds & kinds_with_check(turn):
        return False
    return await checks.check_of(turn.transaction, volunteer.id, turn.now.date()) is None


def _checked(last_day: date) -> T:
    if last_day == date.max:
        return T("offer-is-checked-for-good")
    return T("offer-is-checked", day=full_day(last_day))


async def close(turn: Turn, volunteer: Person) -> None:
    """Put something else in the place of an offer wherever it was shown: it is settled."""
    line = Personal("offer-settled", name=name_of(volunteer))
    subject = f"offer:{volunteer.id}"
    await keep(turn, await changed_for_all(turn, subject, (line,)))
    for theirs, _ in await outbox_changes.labelled_within(turn.transaction, f"{subject}:"):
        # What they offer later is told anew.
        await outbox_changes.drop_label(turn.transaction, theirs)
