"""An owner gives a neighbourhood to a partner organisation: its people and requests go along."""

from handlers import posting
from handlers.actors import actor_of
from handlers.asking.whom import to_resident
from handlers.helping import unreached
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import coordinators_for
from handlers.messages import Message, Press, Say
from handlers.partners.answering import question_over
from handlers.partners.names import Name, name_of_organisation
from handlers.permissions import Action, allowed
from handlers.texts import Line, PublicName, T
from storage import belongings, neighbourhoods
from storage.belongings import Belongings
from storage.model import Neighbourhood, Task
from storage.outbox import Purpose


async def what_goes_along(
    turn: Turn, place: Neighbourhood, organisation_id: int | None
) -> list[Line]:
    """Return what an owner reads before they give a neighbourhood to an organisation."""
    organisation = await name_of_organisation(turn, organisation_id)
    area = PublicName(place.name)
    found = await belongings.of_neighbourhood(turn.transaction, place.id)
    return [
        T("give-area", area=area, organisation=organisation),
        _along(found),
        T("give-area-told", organisation=organisation),
    ]


def _along(found: Belongings) -> T:
    return T(
        "give-area-along",
        requests=len(found.requests),
        weekly=found.weekly,
        volunteers=found.volunteers,
    )


async def give(
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
        await unreached.close(turn, task)
        messages += await question_over(turn, task)
    if not await neighbourhoods.give_to(turn.transaction, place.id, organisation_id):
        return [Say(turn.person, (T("give-area-theirs", area=area, organisation=organisation),))]
    after = await coordinators_for(turn, await _as_it_is(turn, place))
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
