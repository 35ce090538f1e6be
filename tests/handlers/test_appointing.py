"""Invitations to a role, and how roles end, where a story would be too long."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select, update

from handlers import posting
from handlers.actions import Area, People
from handlers.actors import actor_of
from handlers.helping.links import INVITATION
from handlers.house import PersonalTurn
from handlers.looking_after import coordinators_for
from handlers.messages import Message
from handlers.scheme import role_list
from handlers.volunteering.offer_news import of_offer
from storage import blocks, invitations, outbox, outbox_states, roles
from storage.database import Transaction
from storage.invitations import Invitation
from storage.model import FIRST_BOT, Kind, Person, Role, WhyBlocked
from storage.roles import Appointed
from storage.tables import neighbourhoods
from storage.tables import outbox as outbox_rows
from tests.handlers.talks import ANA, BEN, OWNER, Talks, press, talks_in

KIM: Final = "telegram:7100"
NEVER: Final = datetime(2100, 1, 1, tzinfo=UTC)
_TOKEN: Final = re.compile(rf"{INVITATION}(\w+)")


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Olive owns the scheme, Kim acts for the Surgery, the others hold nothing."""
    async with talks_in(tmp_path) as opened:
        for account, name in ((OWNER, "Olive"), (KIM, "Kim"), (ANA, "Ana"), (BEN, "Ben")):
            await opened.arrives(account, name)
        await appoint(opened, KIM, Role.CONTACT, "The Surgery")
        yield opened


async def appoint(
    talks: Talks, account: str, role: Role, partner: str | None = None, *places: int
) -> None:
    """Let somebody hold a role."""
    person = await talks.person(account)

    async def work(transaction: Transaction) -> None:
        number = None
        if partner is not None:
            number = await roles.make_organisation(transaction, partner, talks.now)
        held = Appointed(number, frozenset(places))
        await roles.appoint(transaction, person.id, role, held, person.id, talks.now)

    await talks.look(work)


async def link(talks: Talks, maker: str, *answers: str) -> str:
    """Let somebody make an invitation, and return what its link carries."""
    await talks.begins(maker, "invite")
    await talks.answers(maker, *press(*answers, "send"))
    found = _TOKEN.search(talks.seen_by(maker))
    assert found is not None
    return found[1]


async def agrees(talks: Talks, account: str, token: str) -> None:
    """Let somebody follow an invitation and agree."""
    await talks.begins(account, "invited", token)
    await talks.answers(account, *press("yes"))


async def block(talks: Talks, account: str) -> None:
    """Block somebody."""
    blocked, olive = await talks.person(account), await talks.person(OWNER)
    await talks.look(
        lambda transaction: blocks.block(
            transaction, blocked.id, WhyBlocked.MISUSE, olive.id, talks.now
        )
    )


async def held(talks: Talks, account: str) -> dict[Role, Appointed]:
    """Return what somebody holds."""
    person = await talks.person(account)
    return await talks.look(lambda transaction: roles.held_by(transaction, person.id))


async def test_whoever_is_blocked_leaves_the_invitation_as_it_was(talks: Talks) -> None:
    token = await link(talks, OWNER, "lead")
    await block(talks, ANA)
    await talks.begins(ANA, "invited", token)
    assert "cannot appoint you to anything at the moment" in talks.seen_by(ANA)
    await agrees(talks, BEN, token)
    assert "Ben has accepted" in talks.seen_by(OWNER)


async def test_whoever_was_blocked_meanwhile_is_not_appointed(talks: Talks) -> None:
    token = await link(talks, OWNER, "lead")
    await agrees(talks, ANA, token)
    await block(talks, ANA)
    await talks.taps(OWNER, f"appoint-yes:{token}")
    assert "cannot be appointed to anything at the moment" in talks.seen_by(OWNER)
    assert await held(talks, ANA) == {}


async def test_a_maker_who_is_blocked_is_not_asked(talks: Talks) -> None:
    token = await link(talks, KIM, "colleague")
    await block(talks, KIM)
    await agrees(talks, ANA, token)
    assert talks.seen_by(KIM) == ""
    assert "Whoever made the invitation cannot answer" in talks.seen_by(OWNER)


async def test_owners_are_asked_where_the_maker_holds_nothing_any_more(talks: Talks) -> None:
    token = await link(talks, KIM, "colleague")
    kim = await talks.person(KIM)
    await talks.taps(OWNER, f"role-ended:contact:{kim.id}")
    await agrees(talks, ANA, token)
    assert talks.seen_by(KIM) == ""
    assert "Whoever made the invitation cannot answer" in talks.seen_by(OWNER)
    await talks.taps(OWNER, f"appoint-yes:{token}")
    assert Role.COLLEAGUE in await held(talks, ANA)


async def test_nobody_says_of_themself_that_they_are_right(talks: Talks) -> None:
    token = await link(talks, KIM, "coordinator")
    await agrees(talks, OWNER, token)
    await talks.taps(OWNER, f"appoint-yes:{token}")
    assert "You cannot do that here" in talks.seen_by(OWNER)
    assert await held(talks, OWNER) == {}


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTACT])
async def test_a_contact_invites_to_nothing_but_what_is_theirs(talks: Talks, role: Role) -> None:
    await talks.begins(KIM, "invite")
    await talks.answers(KIM, *press(role.value))
    assert "I need one of the buttons" in talks.seen_by(KIM)


async def test_a_contact_of_one_and_coordinator_of_another_appoints_for_one(talks: Talks) -> None:
    """Kim looks after all that is the scheme's own, and appoints nobody there."""
    await appoint(talks, KIM, Role.COORDINATOR)
    await link(talks, KIM, "coordinator")
    assert "Coordinator for all of The Surgery" in talks.seen_by(KIM)
    await appoint(talks, ANA, Role.COORDINATOR)
    ana = await talks.person(ANA)
    await talks.taps(KIM, f"role-ended:coordinator:{ana.id}")
    assert Role.COORDINATOR in await held(talks, ANA)


async def test_what_is_given_to_another_organisation_is_looked_after_there(talks: Talks) -> None:
    place = await talks.neighbourhood()
    await appoint(talks, ANA, Role.COORDINATOR, None, place)
    assert (await area(talks, ANA)).numbers == {place}

    async def give(transaction: Transaction) -> None:
        partner = await roles.make_organisation(transaction, "The Surgery", talks.now)
        transaction.forget_known()
        await transaction.connection.execute(update(neighbourhoods).values(organisation_id=partner))

    await talks.look(give)
    assert (await area(talks, ANA)).numbers == set()
    assert (await area(talks, KIM)).numbers == {place}


async def area(talks: Talks, account: str) -> Area:
    """Return what somebody looks after."""
    found: list[Area] = []

    async def look(turn: PersonalTurn) -> list[Message]:
        found.append((await actor_of(turn)).area)
        return []

    await talks.act(account, look)
    return found[0]


async def test_whoever_is_blocked_hears_of_nothing_that_they_look_after(talks: Talks) -> None:
    place = await talks.neighbourhood()
    await appoint(talks, ANA, Role.COORDINATOR, None, place)
    await appoint(talks, ANA, Role.LEAD)
    assert await told(talks, place) == {(ANA,)}
    await block(talks, ANA)
    assert await told(talks, place) == {(OWNER,)}


async def told(talks: Talks, place: int) -> set[tuple[str, ...]]:
    """Return who hears of somebody of a neighbourhood, and who hears of a worry."""
    found: set[tuple[str, ...]] = set()

    async def look(turn: PersonalTurn) -> list[Message]:
        for hear in (await coordinators_for(turn, People.at(place)), await posting.leads_of(turn)):
            found.add(tuple(each.account for each in hear))
        return []

    await talks.act(OWNER, look)
    return found


async def test_many_roles_are_shown_a_few_at_a_time(talks: Talks) -> None:
    for number in range(role_list.AT_A_TIME + 2):
        account = f"telegram:{8000 + number}"
        await talks.arrives(account, f"Nora{number:02}")
        await appoint(talks, account, Role.COLLEAGUE, "The Surgery")
    await talks.act(OWNER, role_list.listed)
    first = talks.seen_by(OWNER)
    # Kim comes first.
    assert "There are 3 more." in first
    assert "Nora18" in first
    assert "Nora19" not in first
    (more,) = re.findall(r"\[Show more roles\|(\S+)\]", first)
    await talks.taps(OWNER, more)
    assert re.findall(r"Nora\d\d", talks.seen_by(OWNER)) == ["Nora19", "Nora20", "Nora21"]


@pytest.mark.parametrize("rest", ["", "lead", "lead:", "lead:²", "boss:1", f"lead:{'9' * 40}", ":"])
async def test_a_button_of_no_role_ends_nothing(talks: Talks, rest: str) -> None:
    for name in ("role-end", "role-ended"):
        await talks.taps(OWNER, f"{name}:{rest}")
        assert "has already ended" in talks.seen_by(OWNER)
        await talks.taps(ANA, f"{name}:{rest}")
        assert "You cannot do that here" in talks.seen_by(ANA)


async def test_several_who_wait_lapse_each_in_their_time(talks: Talks) -> None:
    first = await link(talks, OWNER, "lead")
    await agrees(talks, ANA, first)
    await talks.passes(invitations.ANSWERED_WITHIN / 2)
    second = await link(talks, KIM, "colleague")
    await agrees(talks, ANA, second)
    await talks.passes(invitations.ANSWERED_WITHIN / 2)
    assert await _waiting(talks) == [second]
    await talks.passes(invitations.ANSWERED_WITHIN / 2)
    assert await _waiting(talks) == []
    assert await held(talks, ANA) == {}


async def _waiting(talks: Talks) -> list[str]:
    return [each.token for each in await talks.look(invitations.waiting)]


async def test_what_somebody_held_for_another_organisation_stays_between_them(
    talks: Talks,
) -> None:
    """Ana goes from the Hospice, whose contact is Ben, to the Surgery."""
    await appoint(talks, BEN, Role.CONTACT, "The Hospice")
    await appoint(talks, ANA, Role.COORDINATOR, "The Hospice")
    token = await link(talks, KIM, "coordinator")
    await agrees(talks, ANA, token)
    await talks.taps(KIM, f"appoint-yes:{token}")
    assert "Ana is now: Coordinator for all of The Surgery" in talks.seen_by(KIM)
    assert "Hospice" not in talks.seen_by(KIM)
    assert "has ended. Ana: Coordinator for all of The Hospice" in talks.seen_by(BEN)
    assert "Surgery" not in talks.seen_by(BEN)
    assert "The Hospice" in talks.seen_by(OWNER)


async def test_owners_are_asked_instead_of_a_contact_who_went_elsewhere(talks: Talks) -> None:
    token = await link(talks, KIM, "colleague")
    await agrees(talks, ANA, token)
    await appoint(talks, BEN, Role.CONTACT, "The Hospice")
    olive = await talks.person(OWNER)
    moves = Invitation(
        "moves", Role.CONTACT, await _number_of(talks, "The Hospice"), olive.id, NEVER
    )
    await talks.look(partial(invitations.make, invitation=moves, now=talks.now))
    await agrees(talks, KIM, moves.token)
    await talks.taps(OWNER, f"appoint-yes:{moves.token}")
    assert "Ana has accepted" in talks.seen_by(OWNER)
    await talks.taps(OWNER, f"appoint-yes:{token}")
    assert Role.COLLEAGUE in await held(talks, ANA)


async def _number_of(talks: Talks, partner: str) -> int:
    return await talks.look(partial(roles.make_organisation, name=partner, now=talks.now))


async def test_owners_are_asked_instead_of_whoever_is_blocked_meanwhile(talks: Talks) -> None:
    token = await link(talks, KIM, "colleague")
    await agrees(talks, ANA, token)
    kim = await talks.person(KIM)
    await talks.taps(OWNER, f"block-yes:{kim.id}:misuse")
    assert "Ana has accepted" in talks.seen_by(OWNER)
    await talks.taps(OWNER, f"appoint-yes:{token}")
    assert Role.COLLEAGUE in await held(talks, ANA)


async def test_what_never_reached_them_does_not_after_their_role_has_ended(talks: Talks) -> None:
    """Ana has closed her chat, with a word of somebody's offer on its way to her."""
    await appoint(talks, ANA, Role.COORDINATOR)
    await talks.offers(BEN, Kind.SHOPPING)
    await talks.act(BEN, of_offer)
    assert "Ben offers to help" in talks.seen_by(ANA)
    ana = await talks.person(ANA)
    await talks.look(
        partial(outbox_states.let_wait, chat_id=ana.chat_id, bot=FIRST_BOT, now=talks.now)
    )
    await talks.taps(OWNER, f"role-ended:coordinator:{ana.id}")
    await talks.look(
        partial(outbox_states.resume, chat_id=ana.chat_id, bot=FIRST_BOT, now=talks.now)
    )
    assert await _still_goes_to(talks, ana) == 1
    assert "You are no longer" in (await talks.kept_for(ANA)).split("---")[-1]


async def _still_goes_to(talks: Talks, person: Person) -> int:
    async def count(transaction: Transaction) -> int:
        rows = await transaction.connection.execute(
            select(outbox_rows.c.id).where(
                outbox_rows.c.chat_id == person.chat_id, outbox_rows.c.status.in_(outbox.UNSENT)
            )
        )
        return len(rows.all())

    return await talks.look(count)
