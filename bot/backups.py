"""Backups as the settings say: what `doorstep backup` makes, and the service every night."""

from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.configuration import NO_BACKUPS, Places
from bot.data import cannot_be_used, only_copy
from bot.running import settings_of
from bot.safekeeping import source_of
from bot.terminal import CannotGoOnError, say
from storage import backups
from storage.backups import BackupError, Trouble
from storage.keys_copy import KeysCopy, KeysCopyError, OnlyCopyError

#: What is said in the terminal where there is no backup.
_SAID: Final = {
    Trouble.DISK_FULL: "the disk of {folder} is full; make room there and try again",
    Trouble.FOLDER: "{folder} cannot be written; is it there, and may this user write there?",
    Trouble.DATABASE: "{database} is not a whole database of Doorstep; look at doorstep doctor",
    Trouble.KEYS: "{keys} is not the file of {database}'s keys; look at doorstep doctor",
}


def back_up(folder: Path | None) -> None:
    """Make a backup and say where it is; raises CannotGoOnError.

    In the folder of the settings the oldest ones go; in any other one nothing is removed.
    """
    places = settings_of(Places)
    refuse_server(places, "backup")
    chosen = folder or places.backups
    if chosen is None:
        raise CannotGoOnError(
            "name a folder for the backup, such as doorstep backup /mnt/stick, or set"
            " DOORSTEP_BACKUPS"
        )
    for path, name in ((places.database_file, "DATABASE"), (places.keys, "KEYS")):
        if not path.exists():
            raise CannotGoOnError(f"DOORSTEP_{name} names {path}, which is not there")
    now = SystemClock().now()
    try:
        made = backups.make(source_of(places), chosen, now)
        if folder is None:
            backups.prune(chosen, places.database_file.stem, places.backups_kept)
    except BackupError as error:
        if error.why is not None:
            said = cannot_be_used(places, error.why)
        else:
            said = _SAID[error.trouble].format(
                folder=chosen, database=places.database_file, keys=places.keys
            )
        raise CannotGoOnError(f"no backup was made: {said}") from None
    say(f"the backup is {made.path} ({made.size / 1e6:.1f} MB)")
    _copy_keys(places)


def refuse_server(places: Places, command: str) -> None:
    """Raise CannotGoOnError where a command is about files only and the data is on a server."""
    if places.is_on_server:
        raise CannotGoOnError(f"doorstep {command} {NO_BACKUPS}")


def _copy_keys(places: Places) -> None:
    if places.keys_copy is None:
        say("it opens only with the keys; keep a copy of these elsewhere: set DOORSTEP_KEYS_COPY")
        return
    renew_copy(places)
    say(f"the copy of the keys is {places.keys_copy}")


def renew_copy(places: Places) -> None:
    """Write the copy of the keys as the keys are, where one is wished; raises CannotGoOnError."""
    if places.keys_copy is None:
        return
    try:
        KeysCopy(places.keys, places.keys_copy).keep_up()
    except OnlyCopyError:
        raise CannotGoOnError(only_copy(places)) from None
    except KeysCopyError:
        raise CannotGoOnError(
            f"the copy of the keys could not be written: DOORSTEP_KEYS_COPY names"
            f" {places.keys_copy}; is its folder there, and may this user write there?"
        ) from None
