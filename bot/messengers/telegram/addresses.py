"""Addresses of people and groups on Telegram, such as `telegram:7001` and `telegram:-1001`."""

from bot.messengers import RefusedError

APP = "telegram"


def address_of(number: int) -> str:
    """Return the address of Telegram's number of a person or a chat."""
    return f"{APP}:{number}"


def number_of(address: str) -> int:
    """Return Telegram's number of an address; raises RefusedError for one of another app."""
    app, _, number = address.partition(":")
    if app != APP or not number.removeprefix("-").isdecimal():
        raise RefusedError("not an address of Telegram")
    return int(number)
