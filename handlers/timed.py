"""Timed work: what is done when its time has come. A module with work of its own: one line."""

from datetime import datetime
from typing import Final

from handlers import drafts, safekeeping
from handlers.afterwards import approving, confirming, reciprocity
from handlers.asking import reviewing_consent
from handlers.call_outs import afterwards as call_outs_afterwards
from handlers.call_outs import agreeing, sending, standing_down
from handlers.forgetting import doing_it
from handlers.helping import lease
from handlers.house import House, Turn
from handlers.keeping import staying, sweeping
from handlers.limits import by_invitation
from handlers.outgoing import keep
from handlers.partners import answering, received
from handlers.phoned import calls
from handlers.queue import daily
from handlers.safety import safeguarding
from handlers.scheme import appointing
from handlers.settled import settled
from handlers.timed_work import Work
from handlers.volunteering import check_expiry, offer_news
from handlers.waiting import overview, waterfall
from handlers.weekly import again, weekly_work
from storage.database import Transaction
from storage.due_work import DueWork


class UnknownWorkError(Exception):
    """Timed work of a kind that this version does not know; names the kind."""


_WORK: Final[dict[str, Work]] = {
    **sweeping.TIMED,
    **staying.TIMED,
    **drafts.TIMED,
    **waterfall.TIMED,
    **overview.TIMED,
    **again.TIMED,
    **weekly_work.TIMED,
    **lease.TIMED,
    **confirming.TIMED,
    **approving.TIMED,
    **reciprocity.TIMED,
    **reviewing_consent.TIMED,
    **answering.TIMED,
    **received.TIMED,
    **safeguarding.TIMED,
    **check_expiry.TIMED,
    **offer_news.TIMED,
    **daily.TIMED,
    **agreeing.TIMED,
    **sending.TIMED,
    **standing_down.TIMED,
    **call_outs_afterwards.TIMED,
    **appointing.TIMED,
    **calls.TIMED,
    **by_invitation.TIMED,
    **doing_it.TIMED,
    **safekeeping.TIMED,
}
#: Every kind of timed work that there is.
KINDS: Final = frozenset(_WORK)


async def do(transaction: Transaction, work: DueWork, now: datetime, house: House) -> None:
    """Do one piece of timed work, and plan what comes after it."""
    if work.kind not in _WORK:
        raise UnknownWorkError(work.kind)
    turn = Turn(transaction, now, await settled(transaction, house))
    await keep(turn, await _WORK[work.kind](turn, work.subject))
