"""What is kept of requests and of all that comes of them."""

from datetime import datetime
from typing import Final

from sqlalchemy import and_, delete, or_, select

from storage import tasks as task_rows
from storage.database import Transaction
from storage.repeats import SECRETS as WEEKLY_SECRETS
from storage.retention import periods
from storage.retention.rules import Elsewhere, Entry, Keys, Rule, Stays
from storage.tables import (
    approvals,
    asks,
    card_posts,
    expenses,
    experiences,
    hand_overs,
    helped_people,
    interests,
    pictures,
    repeats,
    reveals,
    rings,
    start_links,
    tasks,
    worries,
)

#: What a finished request loses after its words; numbers need none of it.
DETAILS: Final = (
    *("size", "needs", "language_wanted", "who_pays", "ceiling", "named", "left_out"),
    *("coming_from", "coming_until"),
)
WEEKLY_DETAILS: Final = (
    *("size", "needs", "language_wanted", "who_pays", "ceiling", "named", "left_out"),
)
_SIDES: Final = (tasks.c.resident_id, tasks.c.helper_id)


async def _asking_goes_too(transaction: Transaction, keys: Keys, _now: datetime) -> None:
    """Drop who was asked for requests, and who could have helped."""
    numbers = [each[0] for each in keys]
    for table in (asks, interests):
        await transaction.connection.execute(delete(table).where(table.c.task_id.in_(numbers)))


async def _receipts_go(transaction: Transaction, keys: Keys, _now: datetime) -> None:
    """Drop the receipts of expenses."""
    numbers = [each[0] for each in keys]
    receipts = select(expenses.c.receipt_id).where(expenses.c.id.in_(numbers))
    await transaction.connection.execute(delete(pictures).where(pictures.c.id.in_(receipts)))


REQUEST: Final = Rule(
    table=tasks,
    columns=task_rows.SECRETS,
    what="name, words, place, street, door, entry notes, phone, doorstep words, notes of helpers",
    why="the helper needs them; three days more, so that one that was closed too soon can reopen",
    since="the request is closed",
    period=periods.REQUESTS,
    moment=tasks.c.closed_at,
    where=(
        tasks.c.cleared_at.is_(None),
        tasks.c.status.not_in(task_rows.UNFINISHED),
        or_(*(tasks.c[name].is_not(None) for name in task_rows.SECRETS)),
    ),
    parties=_SIDES,
)
DETAILS_OF_REQUEST: Final = Rule(
    table=tasks,
    columns=DETAILS,
    noted="cleared_at",
    what="size, needs, language wanted, who pays, what the card showed, when the helper came",
    why="a question or a cost may follow a visit; numbers need none of it",
    since="the request is closed",
    period=periods.DETAILS,
    moment=tasks.c.closed_at,
    where=(
        tasks.c.cleared_at.is_(None),
        tasks.c.status.not_in(task_rows.UNFINISHED),
        and_(*(tasks.c[name].is_(None) for name in task_rows.SECRETS)),
    ),
    parties=_SIDES,
    before=_asking_goes_too,
)
DETAILS_OF_WEEKLY: Final = Rule(
    table=repeats,
    columns=WEEKLY_DETAILS,
    noted="cleared_at",
    what="size, needs, language wanted, who pays, what the card showed",
    why="as for a request",
    since="the weekly help ends",
    period=periods.DETAILS,
    moment=repeats.c.ended_at,
    where=(repeats.c.cleared_at.is_(None), repeats.c.ended_at.is_not(None)),
    parties=(repeats.c.resident_id, repeats.c.helper_id),
)
REVEALED: Final = Rule(
    table=reveals,
    what="who was shown which part of a request, and when",
    why="whoever asked may look up who saw their address; a year covers what comes up late",
    since="it was shown",
    period=periods.SEEN,
    moment=reveals.c.at,
    where=(
        select(tasks.c.id)
        .where(tasks.c.id == reveals.c.task_id, tasks.c.status.not_in(task_rows.UNFINISHED))
        .exists(),
    ),
    parties=(
        reveals.c.person_id,
        select(tasks.c.resident_id).where(tasks.c.id == reveals.c.task_id).scalar_subquery(),
    ),
)
THANKS: Final = Rule(
    table=approvals,
    columns=("words",),
    what="words of thanks, and thoughts for the group",
    why="they were passed on when they were approved; a week, in case somebody asks about it",
    since="a coordinator decided, or nobody did in time",
    period=periods.THANKS,
    moment=approvals.c.decided_at,
    where=(
        approvals.c.decided_at.is_not(None),
        approvals.c.words.is_not(None),
        approvals.c.kind != "card-line",
    ),
    parties=(approvals.c.author_id,),
)
HOW_IT_WENT: Final = Rule(
    table=experiences,
    columns=("words",),
    what="words about how a visit went",
    why="coordinators learn from them while they remember the visit",
    since="they were written",
    period=periods.HOW_IT_WENT,
    moment=experiences.c.at,
    where=(experiences.c.words.is_not(None),),
    parties=(experiences.c.person_id,),
)
RECEIPTS: Final = Rule(
    table=expenses,
    columns=("receipt_id",),
    what="the photo of a receipt",
    why="whoever keeps the accounts looks at it and files what they have to file",
    since="a coordinator decided about the cost",
    period=periods.RECEIPTS,
    moment=expenses.c.decided_at,
    where=(expenses.c.receipt_id.is_not(None),),
    parties=(expenses.c.person_id,),
    before=_receipts_go,
)
LEDGER: Final = Rule(
    table=expenses,
    what="what a helper paid for a request, and what was decided",
    why="accounts have to be kept: six years is what charities are commonly asked for",
    since="it was handed in",
    period=periods.LEDGER,
    moment=expenses.c.created_at,
    parties=(expenses.c.person_id,),
)
WORRIES: Final = Rule(
    table=worries,
    columns=("words",),
    what="the words of a worry",
    why="a lead who has to keep a record of it makes their own, where such records belong",
    since="a safeguarding lead says that it is settled",
    period=periods.WORRIES,
    moment=worries.c.settled_at,
    where=(worries.c.settled_at.is_not(None), worries.c.words.is_not(None)),
    parties=(worries.c.person_id,),
)
CALLS: Final = Rule(
    table=rings,
    what="that somebody was to be rung about a request, and who rang",
    why="so that nobody is rung twice for the same; the words go when the call is ticked off",
    since="the call is ticked off",
    period=periods.DETAILS,
    moment=rings.c.settled_at,
    where=(rings.c.settled_at.is_not(None),),
    parties=(rings.c.person_id,),
)
LINKS_TO_TASKS: Final = Rule(
    table=start_links,
    what="a link from the group to a task, for one person",
    why="it works for a short while only",
    since="it expires",
    period=periods.AT_ONCE,
    moment=start_links.c.expires_at,
)

ENTRIES: Final[tuple[Entry, ...]] = (
    REQUEST,
    DETAILS_OF_REQUEST,
    Stays(
        table=tasks,
        what="kind, neighbourhood, reference, when it was asked for, taken and done, and by whom",
        why="the numbers of the scheme, and what a volunteer has done",
        until="either side is forgotten: then it names nobody on that side any more",
    ),
    Stays(
        table=card_posts,
        what="where the card of a request hangs in a group",
        why="so that the card can be changed, or emptied when somebody is forgotten",
        until="the card is taken back, or its resident is forgotten",
    ),
    Elsewhere(
        table=asks,
        what="who was asked directly whether they could help, and that they said no",
        why="so that nobody is asked twice",
        since="the request is closed",
        period=periods.DETAILS,
        by="with the details of the request",
    ),
    Elsewhere(
        table=interests,
        what="who said that they could help",
        why="a coordinator chooses among them",
        since="the request is closed",
        period=periods.DETAILS,
        by="with the details of the request",
    ),
    REVEALED,
    LINKS_TO_TASKS,
    THANKS,
    Elsewhere(
        table=approvals,
        columns=("words",),
        what="a line for the card",
        why="the card shows it as long as it hangs",
        since="the request is closed",
        period=periods.REQUESTS,
        by="with the words of the request",
    ),
    Stays(
        table=approvals,
        what="that somebody sent thanks, a thought or a line, and who decided about it",
        why="so that it is sent once only",
        until="its author is forgotten",
    ),
    HOW_IT_WENT,
    Stays(
        table=experiences,
        what="how a visit went: good, mixed or not good",
        why="nobody is asked twice, nor asked to offer something after a bad visit",
        until="whoever said so is forgotten",
    ),
    RECEIPTS,
    LEDGER,
    WORRIES,
    Stays(
        table=worries,
        what="that there was a worry, when, and who looked after it",
        why="a pattern of worries shows over years only",
        until="its author is forgotten",
    ),
    CALLS,
    Stays(
        table=rings,
        columns=("words", "passed_on"),
        what="what somebody is to be told on the phone",
        why="whoever rings reads it out",
        until="the call is ticked off",
    ),
    Stays(
        table=hand_overs,
        what="that a request went to another organisation, and how its resident agreed",
        why="it is the proof that they agreed",
        until="the resident is forgotten",
    ),
    DETAILS_OF_WEEKLY,
    Stays(
        table=repeats,
        columns=WEEKLY_SECRETS,
        what="name, words, street, door, entry notes and phone for weekly help",
        why="whoever comes next week needs them",
        until="the weekly help ends",
    ),
    Stays(
        table=repeats,
        what="kind, neighbourhood and time of weekly help, and who came",
        why="its requests go back to it",
        until="either side is forgotten",
    ),
    Elsewhere(
        table=helped_people,
        what="whom somebody else asks for: first name, relation, how and when they agreed",
        why="to ask for them, and to ask again whether they still agree",
        since="nobody asks for them any more",
        period=periods.NOT_ASKED_FOR,
        by="`handlers/keeping/staying.py`",
    ),
    Stays(
        table=helped_people,
        columns=("first_name",),
        what="the first name of whom somebody asks for",
        why="the helper has to know whom they meet",
        until="the row goes",
    ),
)
