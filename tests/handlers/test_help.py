"""The help: whoever may use a command reads of it there, and nobody else does."""

import re
from pathlib import Path
from typing import Final

import pytest

from handlers import commands
from handlers.commands import Command, obey
from handlers.events import Place
from handlers.start import help_text
from storage import blocks, roles
from storage.database import Transaction
from storage.model import Role, WhyBlocked
from storage.roles import Appointed
from tests.handlers.talks import ANA, OWNER, Talks, talks_in

#: Other names of what the help names already.
ALIASES: Final = {"settings"}
#: What is said to whoever may not do something, or has nothing to do it with.
NOT_FOR_THEM: Final = ("You cannot do that here", "You hold no role", "There is no call-out")
PRIVATE: Final = Place(ANA, is_private=True)


async def _appointed(talks: Talks, role: Role | None, *, is_partner: bool) -> None:
    """Let Ana hold a role for Elm Park, or for all of a partner organisation."""
    olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
    home = await talks.neighbourhood()

    async def appoint(transaction: Transaction) -> None:
        if role is None:
            return
        partner = await roles.make_organisation(transaction, "Hospice", talks.now)
        held = Appointed(partner) if is_partner else Appointed(None, frozenset({home}))
        await roles.appoint(transaction, ana.id, role, held, olive.id, talks.now)

    await talks.look(appoint)


async def _help(talks: Talks, account: str = ANA) -> set[str]:
    await talks.act(account, help_text)
    return set(re.findall(r"^/(\w+)", talks.seen_by(account), re.MULTILINE))


def _every_command() -> set[str]:
    known = {*commands._SAYING, *commands._BEGINNING, *commands._DOING}
    return known - ALIASES


async def _is_for_them(talks: Talks, name: str, account: str = ANA) -> bool:
    await talks.act(account, lambda turn: obey(turn, PRIVATE, Command(name, "")))
    return not talks.seen_by(account).startswith(NOT_FOR_THEM)


@pytest.mark.parametrize(
    ("role", "is_partner"),
    [(Role.COORDINATOR, False), (Role.COORDINATOR, True), (Role.CONTACT, True)],
)
async def test_whoever_looks_after_something_reads_of_every_command(
    tmp_path: Path, role: Role, is_partner: bool
) -> None:
    async with talks_in(tmp_path) as talks:
        await _appointed(talks, role, is_partner=is_partner)
        told = await _help(talks)
        assert {"callout", "callouts", "queue", "link", "report", "worry"} <= told
        # Starting anew is no command that anybody has to know.
        for name in _every_command() - told - {"start"}:
            assert not await _is_for_them(talks, name), name


async def test_an_owner_reads_of_every_command(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _appointed(talks, None, is_partner=False)
        assert _every_command() - await _help(talks, OWNER) == {"start"}


async def test_a_lead_reads_of_the_queue_and_of_holds_only(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _appointed(talks, Role.LEAD, is_partner=False)
        told = await _help(talks)
        assert {"queue", "holds", "roles"} <= told
        assert not {"callout", "setup", "invite", "ledger"} & told


async def test_nobody_else_reads_of_them(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _appointed(talks, None, is_partner=False)
        told = await _help(talks)
        assert {"ask", "offer", "mine", "report"} <= told
        assert not {"queue", "holds", "roles", "callout"} & told


async def test_nobody_who_is_blocked_reads_of_what_they_cannot_do(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _appointed(talks, Role.COORDINATOR, is_partner=False)
        ana = await talks.person(ANA)
        await talks.look(
            lambda transaction: blocks.block(transaction, ana.id, WhyBlocked.HARM, 1, talks.now)
        )
        assert not {"queue", "callout", "setup"} & await _help(talks)
