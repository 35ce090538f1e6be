"""The command line: `doorstep run`, `doctor`, `backup` and the others.

Each command imports what it needs itself, so that asking for help costs nothing.
"""

import argparse
import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bot import log
from bot.terminal import OK, TO_MEND, WRONG, CannotGoOnError, not_allowed, say

_LOG = logging.getLogger(__name__)

_COMMANDS: Final = "run | demo | doctor | backup | restore | settings | keys | migrate | move"
#: What a process may do of all that a service does; see `bot/parts.py`.
ROLES: Final = ("receive", "send", "time")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, 1 for what is to be mended, 2 for a mistake."""
    given = _parser().parse_args(arguments)
    # Until a command listens itself: being asked to end is no mistake, whichever way it is asked.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    log.set_up()
    log.hear_strays()
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except CannotGoOnError as error:
        sys.stderr.write(f"doorstep: {error}\n")
        return WRONG
    except PermissionError as error:
        sys.stderr.write(f"doorstep: {not_allowed(error)}\n")
        return WRONG
    except KeyboardInterrupt:
        return OK
    except SystemExit as error:
        # Python would print what it carries.
        log.failure(_LOG, "something ended the process", error)
        return error.code if isinstance(error.code, int) else TO_MEND
    finally:
        log.nothing_more()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="doorstep", description="The chat front door of a neighbourhood help scheme."
    )
    commands = parser.add_subparsers(required=True, metavar=_COMMANDS)
    run = commands.add_parser("run", help="run the service until it is asked to end")
    run.add_argument(
        "--role",
        action="append",
        default=[],
        metavar="|".join(ROLES),
        help="only this part of it, beside other processes on the same PostgreSQL; can be repeated",
    )
    run.set_defaults(command=_run)
    demo = commands.add_parser("demo", help="play a story on this machine, without Telegram")
    demo.add_argument("--once", action="store_true", help="end after the story")
    demo.add_argument("--port", type=int, default=0, help="of the page; any free one by default")
    demo.set_defaults(command=_demo)
    doctor = commands.add_parser("doctor", help="look for what is to be mended")
    doctor.add_argument(
        "--quick", action="store_true", help="only whether the service is alive, for health checks"
    )
    doctor.set_defaults(command=_doctor)
    keys = commands.add_parser("keys", help="change the keys, also while the service runs")
    of_keys = keys.add_subparsers(required=True, metavar="rotate")
    rotate = of_keys.add_parser("rotate", help="wrap every key with a new master key")
    rotate.add_argument(
        "--everything",
        action="store_true",
        help="after a theft: new keys for everybody, everything sealed anew",
    )
    rotate.set_defaults(command=_rotate)
    backup = commands.add_parser("backup", help="make a backup, also while the service runs")
    backup.add_argument("folder", nargs="?", type=Path, help="of DOORSTEP_BACKUPS by default")
    backup.set_defaults(command=_back_up)
    restore = commands.add_parser("restore", help="bring back a backup, while no service runs")
    restore.add_argument("file", type=Path, help="the backup")
    restore.add_argument(
        "--replace", action="store_true", help="put it in the place of the present database"
    )
    restore.add_argument(
        "--lose-unreadable",
        action="store_true",
        help="go on without people whose keys are missing",
    )
    restore.set_defaults(command=_restore)
    settings = commands.add_parser("settings", help="the settings of the scheme as a file")
    of_settings = settings.add_subparsers(required=True, metavar="export | import")
    export = of_settings.add_parser("export", help="write them, to the terminal or a new file")
    export.add_argument("file", nargs="?", type=Path)
    export.set_defaults(command=_export)
    bring_in = of_settings.add_parser("import", help="say what a file would change, or set it")
    bring_in.add_argument("file", type=Path)
    bring_in.add_argument("--yes", action="store_true", help="set it")
    bring_in.set_defaults(command=_import)
    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(command=_migrate)
    move = commands.add_parser("move", help="carry a scheme from its file to a server")
    move.add_argument("file", type=Path, help="of SQLite; DOORSTEP_DATABASE names the server")
    move.set_defaults(command=_move)
    return parser


def _run(given: argparse.Namespace) -> int:
    named = [each.strip() for one in given.role for each in one.split(",")]
    unknown = sorted(set(named) - set(ROLES))
    if unknown or (given.role and not any(named)):
        raise CannotGoOnError(f"--role takes {', '.join(ROLES)}, with commas between several")
    # None of what is loaded now goes again, and to look for what does is a tenth of a start.
    gc.disable()
    from bot import running  # noqa: PLC0415 - see above

    running.run(frozenset(named))
    return OK


def _demo(given: argparse.Namespace) -> int:
    from bot import demo  # noqa: PLC0415 - see above

    return demo.main(once=given.once, port=given.port)


def _doctor(given: argparse.Namespace) -> int:
    if given.quick:
        from bot import alive  # noqa: PLC0415 - see above

        is_well = alive.is_alive(say)
    else:
        from bot import doctor  # noqa: PLC0415 - see above

        is_well = doctor.examine(say)
    return OK if is_well else TO_MEND


def _back_up(given: argparse.Namespace) -> int:
    from bot import backups  # noqa: PLC0415 - see above

    backups.back_up(given.folder)
    return OK


def _restore(given: argparse.Namespace) -> int:
    from bot import restoring  # noqa: PLC0415 - see above

    restoring.restore(given.file, replaces=given.replace, loses=given.lose_unreadable)
    return OK


def _export(given: argparse.Namespace) -> int:
    from bot import scheme_settings  # noqa: PLC0415 - see above

    scheme_settings.export(given.file)
    return OK


def _import(given: argparse.Namespace) -> int:
    from bot import scheme_settings  # noqa: PLC0415 - see above

    scheme_settings.bring_in(given.file, is_sure=given.yes)
    return OK


def _rotate(given: argparse.Namespace) -> int:
    from bot import rotating  # noqa: PLC0415 - see above

    rotating.rotate(everything=given.everything)
    return OK


def _migrate(_: argparse.Namespace) -> int:
    from bot import running  # noqa: PLC0415 - see above

    running.migrate()
    return OK


def _move(given: argparse.Namespace) -> int:
    from bot import moving  # noqa: PLC0415 - see above

    moving.move(given.file)
    return OK
