"""What there is in the scheme, and who is there, some of whom reach for what is not theirs."""

from datetime import date, datetime, timedelta
from typing import Final

from handlers import timed
from handlers.deadlines import DISPUTED
from storage import chats, tables
from storage.call_outs import CalledFor
from storage.database import Transaction
from storage.entry import Purpose
from storage.limits import Reached, Why
from storage.model import Kind, Level, Role, Status, WhyBlocked
from tests.endurance.permissions.world import World
from tests.handlers.talks import OWNER

GROUP: Final = "telegram:-1001"
WEEK: Final = timedelta(days=7)
HELD: Final = (Status.CLAIMED, Status.ON_THE_WAY)


async def build(transaction: Transaction, now: datetime) -> World:
    """Fill the scheme."""
    world = World(transaction, now)
    for name in ("The Hospice", "The Surgery"):
        world.partners[name] = await world.row(
            tables.organisations, name=name, name_folded=name.casefold(), created_at=now
        )
    for area, partner in (
        ("Albion", None),
        ("Clissold", None),
        ("Mill Side", "The Hospice"),
        ("Far End", "The Surgery"),
    ):
        await world.area(area, partner)
    group = await chats.remember(world.transaction, GROUP, is_private=False)
    linked = {"chat_id": group, "neighbourhood_id": world.areas["Albion"], "language": "en"}
    await world.row(tables.groups, **linked)
    await world.row(tables.postcodes, prefix="N16", neighbourhood_id=world.areas["Albion"])
    beside = {"neighbourhood_id": world.areas["Albion"], "adjacent_id": world.areas["Clissold"]}
    await world.row(tables.adjacent_neighbourhoods, **beside)
    await _those_who_have_something(world)
    known = set(world.people)
    await _those_who_reach_for_it(world)
    await _kept_for_longer(world)
    world.attackers = {name: one for name, one in world.people.items() if name not in known}
    await _work_to_do(world)
    return world


async def _those_who_have_something(world: World) -> None:
    await world.somebody("Olive", OWNER)
    for name in ("Cora", "Cyril", "Lena", "Rosa", "Ruth", "Hal", "Vic", "Tom", "Bob"):
        await world.somebody(name)
    for name in ("Kim", "Hope", "Mia", "Cara"):
        await world.somebody(name, neighbourhood_id=world.areas["Mill Side"])
    await world.somebody("Agnes", "phone:agnes", rung=True)
    await world.role("Cora", Role.COORDINATOR, areas=["Albion"])
    await world.role("Cyril", Role.COORDINATOR)
    await world.role("Lena", Role.LEAD)
    await world.role("Kim", Role.CONTACT, "The Hospice")
    await world.role("Hope", Role.COORDINATOR, "The Hospice", ["Mill Side"])
    await world.role("Cara", Role.COLLEAGUE, "The Hospice")
    for name in ("Hal", "Vic", "Tom", "Bob"):
        await world.volunteer(name, set(Kind))
    for what in ("identity", "background"):
        await world.row(
            tables.checks,
            person_id=world.people["Vic"].id,
            recorded_by=world.people["Cora"].id,
            recorded_at=world.now,
            what=what,
            expires_on=date(2099, 1, 1),
        )
    await world.row(
        tables.blocks,
        person_id=world.people["Bob"].id,
        reason=WhyBlocked.MISUSE,
        blocked_by=world.people["Cora"].id,
        at=world.now,
    )
    for resident, area in (("Rosa", "Albion"), ("Mia", "Mill Side"), ("Agnes", "Albion")):
        await _requests_in_every_state(world, resident, world.areas[area])
    unplaced = {"neighbourhood_id": None, "kind": Kind.SOMETHING_ELSE}
    await world.task("Ruth", Status.WITH_COORDINATOR, **unplaced)
    handed_over = {"neighbourhood_id": None, "organisation_id": world.partners["The Hospice"]}
    await world.task("Ruth", Status.WITH_COORDINATOR, **handed_over)
    writing = {"task_id": await world.task("Ruth", Status.CLAIMED), "claim_number": 1}
    hal = world.people["Hal"].id
    await world.row(tables.relay_choices, person_id=hal, at=world.now, **writing)
    await _invitations(world)
    await _limits(world)
    await _call_outs(world)


async def _requests_in_every_state(world: World, resident: str, area: int) -> None:
    place = {"neighbourhood_id": area, "by_phone": resident == "Agnes"}
    for status in Status:
        task = await world.task(resident, status, **place)
        await _things_of_a_request(world, resident, task)
        if status in HELD:
            await _words_between_both_sides(world, resident, task)
    for confirmed_at in (None, world.now):
        done = {**place, "confirmed_at": confirmed_at}
        task = await world.task(resident, Status.DONE, **done)
        await _things_of_a_request(world, resident, task)
        await _things_afterwards(world, resident, task)
    chosen = {**place, "level": Level.ASSIGNED, "kind": Kind.LISTENING}
    assigned = await world.task(resident, Status.OPEN, **chosen)
    for name in ("Vic", "Tom"):
        said = {"task_id": assigned, "person_id": world.people[name].id, "at": world.now}
        await world.row(tables.interests, **said)
    helped = await world.row(
        tables.helped_people,
        world.people[resident].key,
        requester_id=world.people[resident].id,
        key=world.people[resident].key,
        relation="neighbour",
        neighbourhood_id=area,
        consent_how="in-person",
        consent_at=world.now,
        review_on=world.now.date(),
        created_at=world.now,
    )
    await world.task(resident, Status.CLAIMED, helped_id=helped, **place)
    for going, helper, wished in (("going", "Hal", None), ("choosing", None, "Vic")):
        await _weekly(world, resident, area, going, helper, wished)
    if resident == "Agnes":
        await world.row(
            tables.rings,
            world.people[resident].key,
            person_id=world.people[resident].id,
            task_id=assigned,
            created_at=world.now,
        )


async def _weekly(
    world: World, resident: str, area: int, status: str, helper: str | None, wished: str | None
) -> None:
    number = world.number(tables.repeats)
    await world.row(
        tables.repeats,
        world.people[resident].key,
        id=number,
        token=f"week{number}",
        request=f"week{number}",
        resident_id=world.people[resident].id,
        helper_id=world.people[helper].id if helper else None,
        wished_id=world.people[wished].id if wished else None,
        status=status,
        kind=Kind.SHOPPING,
        level=Level.OPEN,
        neighbourhood_id=area,
        needs=[],
        first_start=world.now,
        first_end=world.now,
        next_start=world.now + WEEK,
        next_end=world.now + WEEK,
        created_at=world.now,
    )


async def _words_between_both_sides(world: World, resident: str, task: int) -> None:
    asked, hal = world.people[resident], world.people["Hal"]
    at = {"task_id": task, "at": world.now}
    await world.row(
        tables.relay_messages,
        hal.key,
        claim_number=1,
        from_id=hal.id,
        to_id=asked.id,
        message_from=task,
        **at,
    )
    held = {"person_id": hal.id, "message": task, "at": world.now}
    await world.row(tables.relay_held, hal.key, **held)
    shown = {"claim_number": 1, "stage": "claimed", **at}
    await world.row(tables.reveals, person_id=hal.id, **shown)


async def _things_afterwards(world: World, resident: str, task: int) -> None:
    """Add thanks, a thought, a cost and a dispute that wait for a coordinator."""
    asked, hal = world.people[resident], world.people["Hal"]
    for kind, author in (("thanks", asked), ("thought", hal)):
        await world.row(
            tables.approvals,
            author.key,
            kind=kind,
            task_id=task,
            author_id=author.id,
            status="waiting",
            created_at=world.now,
        )
    how = {"task_id": task, "side": "helper", "how": "not-good", "at": world.now}
    await world.row(tables.experiences, hal.key, person_id=hal.id, **how)
    receipt = await world.row(
        tables.pictures, hal.key, created_at=world.now, kept_until=world.now + WEEK
    )
    await world.row(
        tables.expenses,
        task_id=task,
        person_id=hal.id,
        amount=1250,
        currency="GBP",
        receipt_id=receipt,
        status="waiting",
        created_at=world.now,
    )

    disputed = {"kind": DISPUTED, "subject": task, "due_at": world.now + WEEK}
    await world.row(tables.due_work, **disputed)


async def _things_of_a_request(world: World, resident: str, task: int) -> None:
    """Add a worry, somebody who was asked, a link and a hand-over."""
    asked, hal, vic = world.people[resident], world.people["Hal"], world.people["Vic"]
    await world.row(
        tables.worries,
        asked.key,
        person_id=asked.id,
        task_id=task,
        is_danger=False,
        created_at=world.now,
        updated_at=world.now,
    )
    asked_at = {"task_id": task, "person_id": vic.id, "asked_at": world.now}
    await world.row(tables.asks, **asked_at)
    link = {"token": f"link{task}", "person_id": hal.id, "task_id": task}
    await world.row(tables.start_links, **link, expires_at=world.now + WEEK)
    await world.row(
        tables.hand_overs,
        request=f"task{task}",
        from_id=None,
        to_id=world.partners["The Hospice"],
        asked_by=world.people["Cora"].id,
        asked_at=world.now,
    )


async def _invitations(world: World) -> None:
    """Add links that nobody has followed, and those of somebody who waits for an answer."""
    for number, (maker, role, partner) in enumerate(
        (
            ("Olive", Role.LEAD, None),
            ("Olive", Role.COORDINATOR, None),
            ("Olive", Role.CONTACT, "The Hospice"),
            ("Kim", Role.COORDINATOR, "The Hospice"),
            ("Kim", Role.COLLEAGUE, "The Hospice"),
        )
    ):
        for used_by in (None, "Tom"):
            await world.row(
                tables.invitations,
                token=f"invited{number}{'used' if used_by else 'free'}",
                role=role,
                organisation_id=None if partner is None else world.partners[partner],
                areas=[],
                made_by=world.people[maker].id,
                created_at=world.now,
                expires_at=world.now + WEEK,
                used_by=None if used_by is None else world.people[used_by].id,
                used_at=None if used_by is None else world.now,
            )


async def _limits(world: World) -> None:
    """Add somebody who was missed and has reached limits, and links by which people come in."""
    hal, cora = world.people["Hal"], world.people["Cora"]
    missed = {"person_id": hal.id, "claim_number": 1, "why": Why.SILENT, "at": world.now}
    await world.row(tables.no_shows, task_id=world.first(tables.tasks), **missed)
    for what in Reached:
        await world.row(tables.reached_limits, person_id=hal.id, what=what, at=world.now)
    for purpose in Purpose:
        await world.row(
            tables.entry_links,
            token=f"entry{purpose}",
            purpose=purpose,
            made_by=cora.id,
            created_at=world.now,
            expires_at=world.now + WEEK,
            most=2,
        )
    await world.row(tables.admissions, person_id=hal.id, at=world.now)
    await world.row(tables.wrong_links, chat_id=hal.chat_id, tried=1, since=world.now)


async def _kept_for_longer(world: World) -> None:
    """Have things kept for a worry, also of one who reaches for more; and keep somebody out."""
    for name in ("Rosa", "Hal", "Rita"):
        await world.row(
            tables.holds,
            worry_id=world.first(tables.worries),
            person_id=world.people[name].id,
            set_by=world.people["Lena"].id,
            at=world.now,
            until=world.now + WEEK,
        )
    found_by, _ = world.transaction.keys.fingerprints("telegram:6666")
    await world.row(
        tables.kept_out,
        account_hash=found_by,
        reason=WhyBlocked.MISUSE,
        blocked_by=world.people["Cora"].id,
        at=world.now,
    )


async def _call_outs(world: World) -> None:
    for status, area in (
        *(("waiting", "Albion"), ("sending", "Albion"), ("answering", "Albion")),
        *(("answering", "Mill Side"), ("over", "Albion")),
    ):
        cora = world.people["Cora"]
        number = world.number(tables.call_outs)
        await world.row(
            tables.call_outs,
            cora.key,
            id=number,
            token=f"call{number}",
            made_by=cora.id,
            status=status,
            purpose=CalledFor.PACKING,
            starts_at=world.now + timedelta(days=1),
            ends_at=world.now + timedelta(days=1, hours=3),
            kinds=[],
            languages=[],
            checked_only=False,
            created_at=world.now,
        )
        place = {"call_out_id": number, "neighbourhood_id": world.areas[area]}
        await world.row(tables.call_out_places, **place, wanted=2, taken=1)
        for name, has_place in (("Hal", True), ("Vic", False)):
            await world.row(
                tables.call_out_recipients,
                call_out_id=number,
                person_id=world.people[name].id,
                fate="sent",
                answer="yes",
                answered_at=world.now,
                neighbourhood_id=world.areas[area],
                has_place=has_place,
                turn=None if has_place else 1,
            )


async def _those_who_reach_for_it(world: World) -> None:
    """Bring on those who try, each of whom has something of their own."""
    for name in ("Rita", "Hugo", "Vera", "Nina", "Bert", "Edna", "Edwin", "Leo", "Lily", "Beth"):
        await world.somebody(name)
    for name in ("Colin", "Oscar", "Connie"):
        await world.somebody(name, neighbourhood_id=world.areas["Far End"])
    # Nobody asks for this, so that there is nothing for them to take.
    for name in ("Vera", "Hugo"):
        await world.volunteer(name, {Kind.POST})
    theirs = {"kind": Kind.DOG_WALK, "helper_id": world.people["Hugo"].id}
    for name in ("Rita", "Bert", "Edna"):
        await world.task(name, Status.OPEN, kind=Kind.DOG_WALK)
        await world.task(name, Status.CLAIMED, **theirs)
        await world.task(name, Status.DONE, **theirs)
    await world.row(
        tables.blocks,
        person_id=world.people["Bert"].id,
        reason=WhyBlocked.MISUSE,
        blocked_by=world.people["Cora"].id,
        at=world.now,
    )
    await world.role("Edna", Role.COORDINATOR, has_ended=True)
    await world.role("Edwin", Role.CONTACT, "The Hospice", has_ended=True)
    await world.role("Leo", Role.LEAD, has_ended=True)
    await world.role("Lily", Role.LEAD)
    await world.role("Colin", Role.COLLEAGUE, "The Surgery")
    await world.role("Oscar", Role.COORDINATOR, "The Surgery")
    await world.role("Connie", Role.CONTACT, "The Surgery")
    await world.role("Beth", Role.COORDINATOR, areas=["Clissold"])


def subjects_of_work(world: World) -> list[int]:
    """Return the numbers of a few things that timed work may be about."""
    return [
        world.first(table) + place
        for table in (
            *(tables.people, tables.tasks, tables.repeats, tables.approvals, tables.expenses),
            *(tables.worries, tables.rings, tables.helped_people, tables.call_outs, tables.groups),
        )
        for place in (0, 2)
    ]


async def _work_to_do(world: World) -> None:
    """Plan timed work of every kind about everything, so that none of it can be dropped unseen."""
    for kind in sorted(timed._WORK):
        for subject in subjects_of_work(world):
            due = {"kind": kind, "subject": subject, "due_at": world.now + WEEK}
            await world.row(tables.due_work, **due)
