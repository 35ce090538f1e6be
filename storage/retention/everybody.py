"""What is kept of people, their offers and their roles."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, func

from storage.database import Transaction
from storage.retention import periods
from storage.retention.rules import Elsewhere, Entry, Keys, Rule, Stays
from storage.tables import (
    admissions,
    blocks,
    call_out_places,
    call_out_recipients,
    call_outs,
    chats,
    checks,
    entry_links,
    holds,
    invitations,
    kept_out,
    no_shows,
    outbox,
    people,
    reached_limits,
    role_neighbourhoods,
    roles,
    volunteer_kinds,
    volunteer_neighbourhoods,
    volunteers,
    wrong_links,
)

_FORGOTTEN: Final = "the person is forgotten"
_STOPS: Final = "they stop helping, or are forgotten"

# A call-out that was stopped is over then, whenever it would have been.
_OVER: Final = func.coalesce(call_outs.c.stopped_at, call_outs.c.ends_at)
_AT_ITS_END: Final = call_outs.c.status.in_(("stopped", "refused", "over"))

CALL_OUT_WORDS: Final = Rule(
    table=call_outs,
    columns=("words", "place"),
    what="what was written for those who are called, and where to come",
    why="whoever came late, or asks afterwards, still finds it",
    since="the call-out is over or stopped",
    period=periods.CALL_OUT_WORDS,
    moment=_OVER,
    where=(_AT_ITS_END, call_outs.c.words.is_not(None) | call_outs.c.place.is_not(None)),
    parties=(call_outs.c.made_by,),
)
CALLED: Final = Rule(
    table=call_out_recipients,
    what="who was called, and what they answered",
    why="the roster of the day, and thanks afterwards",
    since="the call-out is over or stopped",
    period=periods.CALLED,
    moment=_OVER,
    where=(
        call_out_recipients.c.call_out_id == call_outs.c.id,
        _AT_ITS_END,
        ~outbox.select().where(outbox.c.recipient_id == call_out_recipients.c.id).exists(),
    ),
    parties=(call_out_recipients.c.person_id,),
)
ENDED_CHECKS: Final = Rule(
    table=checks,
    what="that a check was seen, when, and until when it held: taken back or replaced",
    why="half a year is enough to clear up a question about it",
    since="it was taken back or replaced",
    period=periods.CHECKS,
    moment=checks.c.ended_at,
    where=(checks.c.ended_at.is_not(None),),
    parties=(checks.c.person_id,),
)
NO_SHOWS: Final = Rule(
    table=no_shows,
    what="that somebody had taken a task and nobody came",
    why="who does it often is talked to; that looks back thirty days",
    since="it happened",
    period=periods.LIMITS,
    moment=no_shows.c.at,
    parties=(no_shows.c.person_id,),
)
REACHED: Final = Rule(
    table=reached_limits,
    what="that somebody reached a limit, and who let them go on",
    why="so that whoever looks after them sees whether it happens again",
    since="it happened",
    period=periods.LIMITS,
    moment=reached_limits.c.at,
    parties=(reached_limits.c.person_id,),
)
ENDED_BLOCKS: Final = Rule(
    table=blocks,
    what="that somebody was blocked, why of a few words, by whom, and until when",
    why="so that the same is seen if it happens again",
    since="the block is lifted",
    period=periods.BLOCKS,
    moment=blocks.c.ended_at,
    where=(blocks.c.ended_at.is_not(None),),
    parties=(blocks.c.person_id,),
)


async def _places_go_too(transaction: Transaction, keys: Keys, _now: datetime) -> None:
    """Drop which neighbourhoods belonged to roles."""
    numbers = [each[0] for each in keys]
    await transaction.connection.execute(
        delete(role_neighbourhoods).where(role_neighbourhoods.c.role_id.in_(numbers))
    )


ENDED_ROLES: Final = Rule(
    table=roles,
    what="that somebody held a role, and who appointed them",
    why="who could see what of others has to be known for a while",
    since="the role ends",
    period=periods.ROLES,
    moment=roles.c.ended_at,
    where=(roles.c.ended_at.is_not(None),),
    parties=(roles.c.person_id,),
    before=_places_go_too,
)
INVITATIONS: Final = Rule(
    table=invitations,
    what="an invitation to a role",
    why="it works for a few days only; a month, in case somebody asks why it did not",
    since="it expires",
    period=periods.LINKS,
    moment=invitations.c.expires_at,
)
ENTRY_LINKS: Final = Rule(
    table=entry_links,
    what="a link by which people come in",
    why="as for an invitation",
    since="it expires",
    period=periods.LINKS,
    moment=entry_links.c.expires_at,
)
WRONG_LINKS: Final = Rule(
    table=wrong_links,
    what="how many wrong links were tried in a chat",
    why="to stop guessing, for an hour",
    since="the first of them was tried",
    period=periods.WRONG_LINKS,
    moment=wrong_links.c.since,
)

HOLDS: Final = Rule(
    table=holds,
    what="that somebody's things are kept because of a worry, and who said so",
    why="so that nothing goes that a lead may need for somebody's safety",
    since="it ends",
    period=periods.ENDED_HOLDS,
    moment=holds.c.until,
)

ENTRIES: Final[tuple[Entry, ...]] = (
    HOLDS,
    Stays(
        table=kept_out,
        what="what the account of somebody is found by who was blocked when they were forgotten",
        why="so that nobody comes back as somebody new while the block stands",
        until="the block is lifted",
    ),
    Elsewhere(
        table=people,
        what="somebody who began and never agreed to anything",
        why="they may come back within days",
        since="they first wrote",
        period=periods.NEVER_AGREED,
        by="`handlers/keeping/staying.py`",
    ),
    Elsewhere(
        table=people,
        what="a resident who has not been seen: asked whether to stay, then forgotten",
        why="people ask again after years; two are long enough to keep a name for it",
        since="they last did something; then two months more after they were asked",
        period=periods.RESIDENTS,
        by="`handlers/keeping/staying.py`",
    ),
    Elsewhere(
        table=people,
        what="a volunteer who has not been seen: asked whether to stay, then forgotten",
        why="whoever was silent for a year does not expect to be called",
        since="they last did something; then two months more after they were asked",
        period=periods.VOLUNTEERS,
        by="`handlers/keeping/staying.py`",
    ),
    Stays(
        table=people,
        columns=("account", "first_name", "phone"),
        what="the account in the app, the first name, and a number to ring",
        why="to answer, to be called by a name, and to ring who has no app",
        until=_FORGOTTEN,
    ),
    Stays(
        table=chats,
        columns=("address",),
        what="the address of a chat in the app",
        why="to write there",
        until="its person is forgotten; that of a group stays",
    ),
    Stays(
        table=chats,
        what="whether a chat can be reached",
        why="so that nothing is sent in vain",
        until="its person is forgotten; that of a group stays",
    ),
    Stays(
        table=volunteers,
        what="times, languages, a car, how often to be asked",
        why="to ask who fits",
        until=_STOPS,
    ),
    Stays(
        table=volunteer_kinds,
        what="which kinds of help, and that its guidance was read",
        why="as above",
        until=_STOPS,
    ),
    Stays(
        table=volunteer_neighbourhoods,
        what="in which neighbourhoods",
        why="as above",
        until=_STOPS,
    ),
    Stays(
        table=checks,
        columns=("expires_on",),
        what="a check that holds, or has run out",
        why="some help takes it; whoever renews it need not begin again",
        until="it is taken back or replaced, or the person is forgotten",
    ),
    ENDED_CHECKS,
    ENDED_BLOCKS,
    ENDED_ROLES,
    Stays(
        table=role_neighbourhoods,
        what="which neighbourhoods somebody looks after",
        why="so that they see those and no others",
        until="their role is dropped",
    ),
    INVITATIONS,
    ENTRY_LINKS,
    WRONG_LINKS,
    NO_SHOWS,
    REACHED,
    Stays(
        table=admissions,
        what="that somebody came in by a link or a group",
        why="where not everybody may come in, so that they need not be invited again",
        until=_FORGOTTEN,
    ),
    CALL_OUT_WORDS,
    CALLED,
    Stays(
        table=call_outs,
        what="what was called for, when, how many, and who sent it",
        why="how call-outs went helps with the next one",
        until="it is not deleted; whoever sent it goes from it when they are forgotten",
    ),
    Stays(
        table=call_out_places,
        what="how many were wanted and came in a neighbourhood",
        why="as above",
        until="it is not deleted; it names nobody",
    ),
)
