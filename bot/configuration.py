"""The settings, from the environment or from a file `.env` in the working folder."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from bot.tokens import BotToken, looks_like_a_token, more_bots
from bot.web_addresses import HIGHEST_PORT, ListenAddress, is_here, listen_address, refuse_webhook
from storage.model import FIRST_BOT

PREFIX: Final = "DOORSTEP_"
DOTENV: Final = Path(".env")
LIBRARIES: Final = ("python-telegram-bot", "aiogram")
_NAME: Final = re.compile(r"[A-Za-z_]{1,40}[0-9]?")
_OWNER: Final = re.compile(r"telegram:[1-9][0-9]{0,18}")
_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(?P<path>[^?]+)")
_SERVER: Final = re.compile(
    r"postgres(?:ql)?(?:\+asyncpg)?://(?P<who>[^@/?#\s]*@)?"
    r"(?P<host>(?:\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]*)(?::[0-9]{1,5})?)"
    r"/(?P<name>[^/?#\s]+)(?P<more>\?(?:(?:host|port|ssl)=[^&#\s]+(?:&(?!$)|$))+)?"
)
_PORT: Final = re.compile(r"(?:\?|&)port=(?P<more>[^&]*)|:(?P<port>[0-9]+)$")
_SSL: Final = re.compile(
    r"(?:\?|&)ssl=(?!(?:disable|allow|prefer|require|verify-(?:ca|full))(?:&|$))"
)

NO_BACKUPS: Final = (
    "is for a database in a file; one on a server of PostgreSQL is backed up with pg_dump there"
    " (see docs/operating.md)"
)


class ConfigurationError(Exception):
    """A setting is missing or wrong; the message is one line that names it and says what to do."""


class Places(BaseModel):
    """Where the data lies, and where a service that runs on it tells how it is.

    `database` is SQLAlchemy's URL, `keys` the file of the keys. Without `watch` it tells nobody.
    `backups` is a folder for backups, of which so many newest are kept; `keys_copy` a second place
    for the file of the keys.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    database: str = "sqlite+aiosqlite:///doorstep.sqlite"
    keys: Path = Path("doorstep.keys")
    watch: ListenAddress | None = None
    backups: Path | None = None
    backups_kept: int = 14
    keys_copy: Path | None = None

    @field_validator("backups")
    @classmethod
    def _is_of_a_file(cls, folder: Path | None, info: ValidationInfo) -> Path | None:
        if folder is not None and _SERVER.fullmatch(info.data.get("database", "")):
            raise ValueError(NO_BACKUPS)
        return folder

    @field_validator("backups_kept")
    @classmethod
    def _keeps_one(cls, number: int) -> int:
        if number < 1:
            raise ValueError("is how many backups are kept: 1 or more; 14 is two weeks of them")
        return number

    @field_validator("keys_copy")
    @classmethod
    def _is_elsewhere(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if path is not None and path.absolute() == Path(info.data["keys"]).absolute():
            raise ValueError("names the file of the keys itself; name another place for its copy")
        return path

    @field_validator("database")
    @classmethod
    def _is_known_kind(cls, url: str) -> str:
        server = _SERVER.fullmatch(url)
        if server is not None:
            _refuse_unknown(server)
            who, more = server["who"] or "", server["more"] or ""
            return f"postgresql+asyncpg://{who}{server['host']}/{server['name']}{more}"
        found = _SQLITE.fullmatch(url)
        if found is None or found["path"] == ":memory:" or Path(found["path"]).name in ("", ".."):
            if _SERVER.fullmatch(url.partition("?")[0]):
                raise ValueError(
                    "has words behind the ? that are not known; only ssl=, host= and port= are,"
                    " with & between; where your host writes sslmode=require, write ssl=require"
                )
            raise ValueError(
                "names no database; write it like sqlite+aiosqlite:///doorstep.sqlite, or like"
                " postgresql+asyncpg://name:password@host/doorstep (with @ in the password as %40)"
            )
        return f"sqlite+aiosqlite:///{found['path']}"

    @field_validator("watch", mode="before")
    @classmethod
    def _is_where_to_listen(cls, written: object) -> object:
        return listen_address(written, "127.0.0.1:9187")

    @property
    def is_on_server(self) -> bool:
        """Whether the database is on a server of PostgreSQL, rather than a file of SQLite."""
        return _SERVER.fullmatch(self.database) is not None

    @property
    def database_name(self) -> str:
        """What the database is called in a sentence: its file, or server and name, no password."""
        server = _SERVER.fullmatch(self.database)
        if server is None:
            return str(self.database_file)
        return f"{server['name']} on {server['host'] or 'this machine'}"

    @property
    def database_file(self) -> Path:
        """The file of the database; of one on a server, the name of what lies beside the keys."""
        if self.is_on_server:
            return self.keys.with_suffix(".postgresql")
        return Path(self.database.partition(":///")[2])

    @property
    def lock_file(self) -> Path:
        """The file that is locked while a service runs on the database."""
        return self.database_file.with_name(self.database_file.name + ".lock")

    @property
    def moved_file(self) -> Path:
        """The file that says that the database was moved elsewhere, where it was."""
        return self.database_file.with_name(self.database_file.name + ".moved")

    @property
    def rotation_lock(self) -> Path:
        """The file that is locked while the keys are changed by a command."""
        return self.keys.with_name(self.keys.name + ".lock")

    @property
    def alive_file(self) -> Path:
        """The file that a running service touches every minute."""
        return self.database_file.with_name(self.database_file.name + ".alive")

    def contested_file(self, bot: str) -> Path:
        """Return the file that is touched when another program asks for the updates of a bot."""
        return self.database_file.with_name(f"{self.database_file.name}.contested-{bot}")


class Configuration(Places):
    """All that the service is told; `owners` are accounts such as `telegram:7001`.

    `more_tokens` are bots beside that of `telegram_token`.
    With a `webhook_url` Telegram sends updates there, and the service listens at `webhook_listen`
    for whatever passes them on; without one it asks for them.
    """

    telegram_token: SecretStr
    more_tokens: tuple[BotToken, ...] = ()
    telegram_api: str = "https://api.telegram.org"
    telegram_library: str = LIBRARIES[0]
    webhook_url: str | None = None
    webhook_listen: ListenAddress = ListenAddress("127.0.0.1", 9188)
    owners: frozenset[str] = frozenset()

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        if not looks_like_a_token(token.get_secret_value()):
            raise ValueError(
                "is not a bot's token; copy it from @BotFather whole: digits, a colon, letters"
            )
        return token

    @field_validator("more_tokens", mode="before")
    @classmethod
    def _are_bots(cls, written: object, info: ValidationInfo) -> object:
        if not isinstance(written, str):
            return written
        return more_bots(written, info.data.get("telegram_token"))

    @field_validator("telegram_api")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        if not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", address):
            raise ValueError("is not a web address; write it like https://api.telegram.org")
        return address.rstrip("/")

    @field_validator("telegram_library")
    @classmethod
    def _is_known(cls, library: str) -> str:
        if library not in LIBRARIES:
            raise ValueError(f"is not a library known here; use {' or '.join(LIBRARIES)}")
        return library

    @field_validator("webhook_url")
    @classmethod
    def _is_one_that_telegram_takes(cls, address: str | None, info: ValidationInfo) -> str | None:
        if address is None:
            return None
        # A Bot API server on this machine sends to it; in tests that is the sandbox.
        refuse_webhook(address, api_is_here=is_here(str(info.data.get("telegram_api"))))
        return address

    @field_validator("webhook_listen", mode="before")
    @classmethod
    def _is_where_to_listen_for_updates(cls, written: object) -> object:
        return listen_address(written, "127.0.0.1:9188")

    @field_validator("owners", mode="before")
    @classmethod
    def _are_accounts(cls, owners: object) -> object:
        if not isinstance(owners, str):
            return owners
        accounts = [account.strip() for account in owners.split(",") if account.strip()]
        if not all(_OWNER.fullmatch(account) for account in accounts):
            raise ValueError("is not a list of accounts; write it like telegram:7001,telegram:7002")
        return frozenset(accounts)

    def webhook_of(self, bot: BotToken) -> str | None:
        """Return where Telegram sends what is for a bot, or None where it is asked for.

        Each but the first has a path of its own below the address.
        """
        if self.webhook_url is None or bot.name == FIRST_BOT:
            return self.webhook_url
        return f"{self.webhook_url.rstrip('/')}/{bot.name}"

    @property
    def bots(self) -> tuple[BotToken, ...]:
        """Every bot, the first one first."""
        return (BotToken(FIRST_BOT, self.telegram_token), *self.more_tokens)


def _refuse_unknown(server: re.Match[str]) -> None:
    """Raise ValueError where a server is to be reached in a way that is not known."""
    for text in (server["host"], server["more"] or ""):
        for found in _PORT.finditer(text):
            port = found["port"] or found["more"]
            if not port.isascii() or not port.isdecimal() or not 0 < int(port) <= HIGHEST_PORT:
                raise ValueError(f"has a port that is none; it is a number up to {HIGHEST_PORT}")
    if _SSL.search(server["more"] or ""):
        raise ValueError(
            "says ssl= with a word that is not known; use disable, prefer, require, verify-ca or"
            " verify-full"
        )


Settings = TypeVar("Settings", bound=Places)


def load(kind: type[Settings]) -> Settings:
    """Read the settings; raises ConfigurationError for the first that is missing or wrong.

    What is set in both places is taken from the environment, and what is empty is not set.
    """
    in_file = _in_dotenv()
    _refuse_unknown_names({*os.environ, *in_file})
    given = {
        name.upper().removeprefix(PREFIX).lower(): written
        for place in (in_file, os.environ)
        for name, written in place.items()
        if written and name.upper().startswith(PREFIX)
    }
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = PREFIX + str(first["loc"][0]).upper()
        if first["type"] == "missing":
            said = "is not set; put it into the environment or into the file .env"
        else:
            # The words of the checks above, or pydantic's own; neither quotes the value.
            said = first["msg"].removeprefix("Value error, ")
    # Out here, so that what was read does not hang on to the error.
    raise ConfigurationError(f"{name} {said}")


def _refuse_unknown_names(names: Iterable[str]) -> None:
    known = {PREFIX + name.upper() for name in Configuration.model_fields}
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            if not _NAME.fullmatch(name):
                # With a colon or nothing in the place of =, the value is taken as part of the name.
                raise ConfigurationError(
                    f"the line for {_quotable(name, known)} in .env cannot be read; write it like"
                    " NAME=VALUE"
                )
            raise ConfigurationError(
                f"{name} is no setting of Doorstep; mend its spelling or take it away"
                f" (known: {', '.join(sorted(known))})"
            )


def _quotable(line: str, known: Collection[str]) -> str:
    """Return the setting that a line is about, without anything that may be its value."""
    meant = (name for name in sorted(known, key=len, reverse=True) if line.upper().startswith(name))
    return next(meant, f"{PREFIX}…")


def _in_dotenv() -> Mapping[str, str | None]:
    from dotenv import dotenv_values  # noqa: PLC0415 - not needed for --help

    try:
        return dotenv_values(DOTENV)
    except PermissionError:
        raise ConfigurationError(
            "the file .env cannot be read by this user; run doorstep as the user whose it is"
        ) from None
    except UnicodeDecodeError:
        raise ConfigurationError("the file .env is not text in UTF-8; write it anew") from None
