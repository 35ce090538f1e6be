"""Links to the bot of an organisation, or to the one that somebody uses, where several are."""

from handlers.house import Turn
from storage import roles


async def link_to_bot(
    turn: Turn, word: str, organisation_id: int | None, used: str | None = None
) -> str:
    """Return a link that hands over a word to the bot of a partner organisation, where it has one.

    Else it leads to the bot that is `used`: of whoever acts, unless somebody else is meant.
    """
    house = turn.house
    bot = used or house.bot
    if organisation_id is not None and house.bots_of_partners:
        names = dict(await roles.organisations_by_name(turn.transaction))
        name = names.get(organisation_id, "").casefold()
        bot = house.bots_of_partners.get(name, bot)
    makes = house.links.get(bot, house.private_chat_link)
    return makes(word)
