"""Word to the owners about backups: there is none, or the service goes on from an older one."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers import posting
from handlers.house import Turn
from handlers.messages import Message
from handlers.safety.whereabouts import zone_of_scheme
from handlers.texts import T, Window
from handlers.timed_work import TimedWork
from storage import due_work, neighbourhoods
from storage.backups import Trouble

#: Timed work: there is no backup, or no copy of the keys. Its subject says why: see `Trouble`.
NO_BACKUP: Final = "no-backup"
#: Timed work: the service goes on from a backup. Its subject is the moment of that, in minutes.
RESTORED: Final = "restored"
EVERY_DAY: Final = timedelta(days=1)
_SAID: Final = {
    Trouble.DISK_FULL: T("no-backup-disk-full"),
    Trouble.FOLDER: T("no-backup-folder"),
    Trouble.DATABASE: T("no-backup-database"),
    Trouble.KEYS: T("no-backup-keys"),
    Trouble.KEYS_COPY: T("no-backup-keys-copy"),
}


async def _no_backup(turn: Turn, trouble: int) -> list[Message]:
    """Tell the owners, every day for as long as nobody has mended it."""
    await due_work.plan(turn.transaction, NO_BACKUP, trouble, turn.now + EVERY_DAY)
    return await posting.to_owners(turn, (_SAID[Trouble(trouble)], T("no-backup-doctor")))


def in_minutes(moment: datetime) -> int:
    """Return a moment as the number of the timed work that tells of it."""
    return int(moment.timestamp()) // 60


async def _restored(turn: Turn, minutes: int) -> list[Message]:
    """Tell the owners how old the state is from which the service goes on, and what to check."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    zone = ZoneInfo(zone_of_scheme(turn.house, everywhere))
    at = datetime.fromtimestamp(minutes * 60, UTC)
    age = turn.now - at
    how_old = (
        T("age-days", number=age.days)
        if age >= 2 * EVERY_DAY
        else T("age-hours", number=max(round(age / timedelta(hours=1)), 1))
    )
    moment = at.astimezone(zone)
    lines = (
        T("restored", moment=Window(moment, moment), age=how_old),
        T("restored-check-claims"),
        T("restored-check-cards"),
        T("restored-check-people"),
        T("restored-quiet"),
    )
    return await posting.to_owners(turn, lines)


TIMED: Final[TimedWork] = {NO_BACKUP: _no_backup, RESTORED: _restored}
