"""Addresses in the settings: where the service listens, and where Telegram sends updates."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

HIGHEST_PORT: Final = 65_535
#: The ports to which Telegram sends updates (`setWebhook` in the description of the Bot API).
WEBHOOK_PORTS: Final = (443, 80, 88, 8443)
_WEBHOOK_EXAMPLE: Final = "https://doorstep.example.org/telegram"
#: Without a name, a password or a place on the page; Telegram would send none of them.
_WEB: Final = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(?:/[!\"$-~]*)?")
_LISTEN: Final = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):(?P<port>[1-9][0-9]{0,4})(?P<open>,reachable-by-others)?"
)


@dataclass(frozen=True, slots=True)
class ListenAddress:
    """Where the service listens; `host` is an IP address."""

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


def listen_address(written: object, example: str) -> object:
    """Return an address at which to listen; raises ValueError for one that will not do."""
    if not isinstance(written, str):
        return written
    found = _LISTEN.fullmatch(written)
    if found is None or int(found["port"]) > HIGHEST_PORT:
        raise ValueError(f"is not an address with a port; write it like {example}")
    host = "127.0.0.1" if found["host"] == "localhost" else found["host"].strip("[]")
    try:
        is_own = ip_address(host).is_loopback
    except ValueError:
        raise ValueError(
            f"names a machine; write the numbers of its address, like {example}"
        ) from None
    if not is_own and not found["open"]:
        raise ValueError(
            f"is an address that others can reach; write it like {example}, or put"
            " ,reachable-by-others behind it where only those can who may"
        )
    return ListenAddress(host, int(found["port"]))


def refuse_webhook(address: str, *, api_is_here: bool) -> None:
    """Raise ValueError for an address to which Telegram sends nothing.

    Where the Bot API is on this machine, so may the address be, and needs no TLS.
    """
    parts = _parts(address)
    if parts is None:
        raise ValueError(f"is not a web address; write it like {_WEBHOOK_EXAMPLE}")
    host, scheme, port = parts
    if api_is_here and _is_own(host):
        return
    if scheme != "https":
        raise ValueError(
            "is an address without TLS; Telegram sends to https:// alone, so put a web server with"
            " a certificate in front (README, Behind a web address)"
        )
    if port not in WEBHOOK_PORTS:
        raise ValueError(
            "names a port to which Telegram sends nothing; use 443, 80, 88 or 8443 in the address,"
            " and DOORSTEP_WEBHOOK_LISTEN for where the service listens"
        )
    if not _is_outside(host):
        raise ValueError(
            "names a computer that only those beside it can reach; write the name by which it is"
            " known outside"
        )


def is_here(address: str) -> bool:
    """Say whether a web address leads to this computer itself."""
    parts = _parts(address)
    return parts is not None and _is_own(parts[0])


def _parts(address: str) -> tuple[str, str, int] | None:
    """Return host, scheme and port of a web address, or None where it is none."""
    if not _WEB.fullmatch(address):
        return None
    try:
        split = urlsplit(address)
        port = split.port or (443 if split.scheme == "https" else 80)
    except ValueError:
        return None
    return (split.hostname, split.scheme, port) if split.hostname else None


def _is_own(host: str) -> bool:
    """Say whether a name or an address of a computer means the one that asks."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_outside(host: str) -> bool:
    """Say whether a computer may be reached from everywhere by that name or address."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return host != "localhost"
