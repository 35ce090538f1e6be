"""An owner gives a neighbourhood to a partner organisation: its people and requests go along."""

from dataclasses import dataclass
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.whom import to_resident
from handlers.dialogue import Conversation
from handlers.helping import unreached
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import coordinators_for
from handlers.messages import Message, Press, Say
from handlers.partners.answering import question_over
from handlers.partners.names import Name, name_of_organisation
from handlers.permissions import allowed
from handlers.questions import Choice, Choose, Confirm
from handlers.scheme.no_longer_theirs import taken_from
from handlers.texts import PublicName, T
from storage import belongings, neighbourhoods, roles
from storage.belongings import Belongings
from storage.model import Neighbourhood, Task
from storage.outbox import Purpose


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: every neighbourhood with what belongs to it, and to whom it
    may go.
    """

    areas: tuple[tuple[Neighbourhood, Belongings], ...]
    organisations: tuple[tuple[int | None, Name], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A neighbourhood and the organisation that it goes to; None is the scheme's own."""

    area: Neighbourhood
    organisation_id: int | None


async def give_area(known: Known) -> Given | None:
    """Ask which neighbourhood goes to whom, and show what goes along with it."""
    if not known.areas or len(known.organisations) == 1:
        return None
    areas = [Choice(str(each[0].id), each, PublicName(each[0].name)) for each in known.areas]
    of_area: tuple[Neighbourhood, Belongings] = await Choose("give-area-which", areas, columns=2)
    area, found = of_area
    others = [
        Choice(str(number or "own"), (number, name), name)
        for number, name in known.organisations
        if number != area.organisation_id
    ]
    taker: tuple[int | None, Name] = await Choose("give-area-to", others)
    number, organisation = taker
    shows = (
        T("give-area", area=PublicName(area.name), organisation=organisation),
        _along(found),
        T("give-area-told", organisation=organisation),
    )
    await Confirm("preview-give-area", shows=shows, send=T("button-give-area"))
    return Given(area, number)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    areas = [
        (each, await belongings.of_neighbourhood(turn.transaction, each.id)) for each in everywhere
    ]
    partners = await roles.organisations_by_name(turn.transaction)
    own: list[tuple[int | None, Name]] = [(None, await name_of_organisation(turn, None))]
    named = [(number, PublicName(name)) for number, name in partners]
    return Known(tuple(areas), (*own, *named))


async def act(turn: PersonalTurn, known: Known, given: Given | None) -> list[Message]:
    """Give the neighbourhood away, if there is one and somebody to give it to."""
    if given is None:
        return [Say(turn.person, (T("give-area-nobody"),))]
    return await _give(turn, given.area, given.organisation_id)


def _along(found: Belongings) -> T:
    return T(
        "give-area-along",
        requests=len(found.requests),
        weekly=found.weekly,
        volunteers=found.volunteers,
    )


async def _give(
    turn: PersonalTurn, place: Neighbourhood, organisation_id: int | None
) -> list[Message]:
    """Give a neighbourhood to an organisation; None is the scheme's own.

    Both sides hear of it, and everybody who has asked for something there.
    """
    if not allowed(await actor_of(turn), Action.CONFIGURE, place):
        return [Say(turn.person, (T("not-allowed"),))]
    organisation = await name_of_organisation(turn, organisation_id)
    area = PublicName(place.name)
    found = await belongings.of_neighbourhood(turn.transaction, place.id)
    before = await coordinators_for(turn, place)
    messages: list[Message] = []
    for task in found.requests:
        if not task.by_phone:
            # What somebody without an app is still to be told goes to whoever rings them now.
            await unreached.close(turn, task)
        messages += await question_over(turn, task)
    if not await neighbourhoods.give_to(turn.transaction, place.id, organisation_id):
        return [Say(turn.person, (T("give-area-theirs", area=area, organisation=organisation),))]
    after = await coordinators_for(turn, await _as_it_is(turn, place))
    for each in before:
        await taken_from(turn, each)
    known = {each.id for each in after} | {turn.person.id}
    owners = {each.id for each in await posting.owners_of(turn)}
    gone = T("give-area-gone", area=area, organisation=organisation)
    yours = (T("give-area-yours", area=area), _along(found))
    return [
        Say(turn.person, (T("give-area-done", area=area, organisation=organisation),)),
        *(
            Say(each, (gone,), purpose=Purpose.NEWS)
            for each in before
            if each.id not in known | owners
        ),
        *(Say(each, yours, purpose=Purpose.NEWS) for each in after if each.id != turn.person.id),
        *messages,
        *[await _to_resident(turn, task, area, organisation) for task in found.requests],
    ]


async def _as_it_is(turn: Turn, place: Neighbourhood) -> Neighbourhood:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return next(each for each in everywhere if each.id == place.id)


async def _to_resident(turn: Turn, task: Task, area: PublicName, organisation: Name) -> Message:
    """Tell whoever has asked for something there who sees it now, and that they can close it."""
    line = T(
        "give-area-to-resident",
        area=area,
        organisation=organisation,
        reference=PublicName(task.reference),
    )
    close = Press(T("button-withdraw"), f"drop:{task.token}")
    return await to_resident(turn, task, (line,), ((close,),), Purpose.NEWS)


GIVE_AREA: Final = Conversation("give-area", know, give_area, act)
