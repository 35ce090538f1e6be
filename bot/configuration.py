"""The settings, from the environment or from a file `.env` in the working folder."""

import os
import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX: Final = "DOORSTEP_"
DOTENV: Final = Path(".env")
LIBRARIES: Final = ("python-telegram-bot", "aiogram")
HIGHEST_PORT: Final = 65_535
_TOKEN: Final = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
_OWNER: Final = re.compile(r"telegram:[1-9][0-9]{0,18}")
_WATCH: Final = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):(?P<port>[1-9][0-9]{0,4})(?P<open>,reachable-by-others)?"
)
_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(?P<path>[^?]+)")


class ConfigurationError(Exception):
    """A setting is missing or wrong; the message is one line that names it and says what to do."""


@dataclass(frozen=True, slots=True)
class WatchAddress:
    """Where the service tells how it is; `host` is an IP address."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def own_host(self) -> str:
        """The address at which this machine reaches itself."""
        ip = ip_address(self.host)
        if not ip.is_unspecified:
            return self.host
        return "127.0.0.1" if ip.version == 4 else "::1"

    def answers_to(self, host: str) -> bool:
        """Say whether somebody may ask for a host, as it stands in a request.

        Where only this machine can ask, it is asked for by a name of this machine.
        """
        names = (self.host, f"[{self.host}]", "localhost")
        return not ip_address(self.host).is_loopback or host in {
            f"{name}:{self.port}" for name in names
        }


class Places(BaseSettings):
    """Where the data lies, and where a service that runs on it tells how it is.

    `database` is SQLAlchemy's URL, `keys` the file of the keys. Without `watch` it tells nobody.
    `backups` is a folder for backups, of which so many newest are kept; `keys_copy` a second place
    for the file of the keys.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=DOTENV,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    database: str = "sqlite+aiosqlite:///doorstep.sqlite"
    keys: Path = Path("doorstep.keys")
    watch: Annotated[WatchAddress | None, NoDecode] = None
    backups: Path | None = None
    backups_kept: int = 14
    keys_copy: Path | None = None

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
    def _is_a_file(cls, url: str) -> str:
        found = _SQLITE.fullmatch(url)
        if found is None or found["path"] == ":memory:":
            raise ValueError(
                "names no SQLite file; write it like sqlite+aiosqlite:///doorstep.sqlite"
                " (other databases are not supported yet)"
            )
        return f"sqlite+aiosqlite:///{found['path']}"

    @field_validator("watch", mode="before")
    @classmethod
    def _is_where_to_listen(cls, written: object) -> object:
        if not isinstance(written, str):
            return written
        found = _WATCH.fullmatch(written)
        if found is None or int(found["port"]) > HIGHEST_PORT:
            raise ValueError("is not an address with a port; write it like 127.0.0.1:9187")
        host = "127.0.0.1" if found["host"] == "localhost" else found["host"].strip("[]")
        try:
            is_own = ip_address(host).is_loopback
        except ValueError:
            raise ValueError(
                "names a machine; write the numbers of its address, like 127.0.0.1:9187"
            ) from None
        if not is_own and not found["open"]:
            raise ValueError(
                "is an address that others can reach; write it like 127.0.0.1:9187, or put"
                " ,reachable-by-others behind it where only those can who may read it"
            )
        return WatchAddress(host, int(found["port"]))

    @property
    def database_file(self) -> Path:
        """The file of the database."""
        return Path(self.database.partition(":///")[2])

    @property
    def lock_file(self) -> Path:
        """The file that is locked while a service runs on the database."""
        return self.database_file.with_name(self.database_file.name + ".lock")

    @property
    def rotation_lock(self) -> Path:
        """The file that is locked while the keys are changed by a command."""
        return self.keys.with_name(self.keys.name + ".lock")

    @property
    def alive_file(self) -> Path:
        """The file that a running service touches every minute."""
        return self.database_file.with_name(self.database_file.name + ".alive")


class Configuration(Places):
    """All that the service is told; `owners` are accounts such as `telegram:7001`."""

    telegram_token: SecretStr
    telegram_api: str = "https://api.telegram.org"
    telegram_library: str = LIBRARIES[0]
    owners: Annotated[frozenset[str], NoDecode] = Field(default=frozenset())

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError(
                "is not a bot's token; copy it from @BotFather whole: digits, a colon, letters"
            )
        return token

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

    @field_validator("owners", mode="before")
    @classmethod
    def _are_accounts(cls, owners: object) -> object:
        if not isinstance(owners, str):
            return owners
        accounts = [account.strip() for account in owners.split(",") if account.strip()]
        if not all(_OWNER.fullmatch(account) for account in accounts):
            raise ValueError("is not a list of accounts; write it like telegram:7001,telegram:7002")
        return frozenset(accounts)


Settings = TypeVar("Settings", bound=Places)


def load(kind: type[Settings]) -> Settings:
    """Read the settings; raises ConfigurationError for the first that is missing or wrong."""
    _refuse_unknown_names()
    try:
        return kind()
    except UnicodeDecodeError:
        raise ConfigurationError("the file .env is not text in UTF-8; write it anew") from None
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


def _refuse_unknown_names() -> None:
    known = {PREFIX + name.upper() for name in Configuration.model_fields}
    for name in sorted({*os.environ, *_names_in_dotenv()}):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise ConfigurationError(
                f"{name} is no setting of Doorstep; mend its spelling or take it away"
                f" (known: {', '.join(sorted(known))})"
            )


def _names_in_dotenv() -> list[str]:
    from dotenv import dotenv_values  # noqa: PLC0415 - not needed for --help

    try:
        return list(dotenv_values(DOTENV))
    except UnicodeDecodeError:
        raise ConfigurationError("the file .env is not text in UTF-8; write it anew") from None
