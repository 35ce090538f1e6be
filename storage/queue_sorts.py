"""The sorts of the queue: which rows of which table wait for a human, and since or until when."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, not_, or_, select

from storage.blocks import not_blocked
from storage.checks import NEEDED, lacks_check
from storage.model import Kind, Level, Reach, RepeatStatus, Status
from storage.queue import (
    Sight,
    Waiting,
    is_no_party,
    sees_expense,
    sees_person,
    sees_place,
    sees_task,
)
from storage.tables import (
    approvals,
    chats,
    checks,
    due_work,
    expenses,
    hand_overs,
    helped_people,
    people,
    repeats,
    tasks,
    volunteer_kinds,
    volunteers,
    worries,
)
from storage.tasks import HELD


def _tasks(sight: Sight, *conditions: Any) -> Select[Any]:
    """Select requests by when help is wanted; of several open places of one the first stands."""
    return select(tasks.c.window_start, tasks.c.id).where(sees_task(sight), *conditions)


def _is_first_place() -> Any:
    earlier = tasks.alias("earlier")
    return ~(
        select(earlier.c.id)
        .where(
            earlier.c.request == tasks.c.request,
            earlier.c.status == tasks.c.status,
            earlier.c.slot < tasks.c.slot,
        )
        .exists()
    )


def uncompleted(sight: Sight, now: datetime) -> Select[Any]:
    """Select requests that lack their kind or their neighbourhood, by when they came."""
    return select(tasks.c.created_at, tasks.c.id).where(
        sees_task(sight),
        tasks.c.status == Status.WITH_COORDINATOR,
        _is_first_place(),
        ~_coming().exists(),
    )


def handed_over(sight: Sight, now: datetime) -> Select[Any]:
    """Select requests that came from another organisation and lack their place, by when."""
    came_at = _coming().with_only_columns(func.max(hand_overs.c.moved_at)).scalar_subquery()
    return select(came_at, tasks.c.id).where(
        sees_task(sight),
        tasks.c.status == Status.WITH_COORDINATOR,
        _is_first_place(),
        _coming().exists(),
    )


def _coming() -> Select[Any]:
    """Select how a request came to those who have it."""
    return (
        select(hand_overs.c.id)
        .where(
            hand_overs.c.request == tasks.c.request,
            hand_overs.c.moved_at.is_not(None),
            hand_overs.c.agreed,
            hand_overs.c.to_id.is_not_distinct_from(tasks.c.organisation_id),
        )
        .correlate(tasks)
    )


def unclaimed(near: timedelta) -> Waiting:
    """Select requests that nobody has taken: carried as far as that goes, or whose end is near."""

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        return _tasks(
            sight,
            tasks.c.status == Status.OPEN,
            tasks.c.level != Level.ASSIGNED,
            or_(tasks.c.reach == Reach.COORDINATOR, tasks.c.window_end <= now + near),
            _is_first_place(),
        )

    return waiting


def unchosen(sight: Sight, now: datetime) -> Select[Any]:
    """Select requests whose helper a coordinator picks."""
    return _tasks(
        sight,
        tasks.c.status == Status.OPEN,
        tasks.c.level == Level.ASSIGNED,
        _is_first_place(),
    )


def _planned(*kinds: str) -> Any:
    return (
        select(due_work.c.id)
        .where(due_work.c.kind.in_(kinds), due_work.c.subject == tasks.c.id)
        .exists()
    )


def done_and_planned(*kinds: str, for_at_least: timedelta = timedelta(0)) -> Waiting:
    """Select what its helper called done and its resident has not, by the work planned for it."""

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        return (
            select(tasks.c.closed_at, tasks.c.id)
            .join(due_work, due_work.c.subject == tasks.c.id)
            .where(
                due_work.c.kind.in_(kinds),
                # Not as in its index: SQLite would begin with everything that was ever done.
                tasks.c.status.concat("") == Status.DONE,
                tasks.c.confirmed_at.is_(None),
                tasks.c.closed_at <= now - for_at_least,
                sees_task(sight),
                is_no_party(sight),
            )
        )

    return waiting


def late(nudge: str, after_window: timedelta) -> Waiting:
    """Select what a helper holds who was reminded in vain, or whose time is over.

    `nudge` is the work planned until a helper is reminded to get in touch.
    """

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        silent = and_(
            tasks.c.status == Status.CLAIMED, tasks.c.contact_at.is_(None), not_(_planned(nudge))
        )
        over = tasks.c.window_end <= now - after_window
        return _tasks(sight, tasks.c.status.in_(HELD), or_(silent, over))

    return waiting


def unreached_helpers(sight: Sight, now: datetime) -> Select[Any]:
    """Select what somebody holds to whom no message goes any more."""
    return (
        _tasks(sight, tasks.c.status.in_(HELD), chats.c.reachable.is_(False))
        .join(people, people.c.id == tasks.c.helper_id)
        .join(chats, chats.c.id == people.c.chat_id)
    )


def costs(sight: Sight, now: datetime) -> Select[Any]:
    """Select expenses that nobody has decided about."""
    return (
        select(expenses.c.created_at, expenses.c.id)
        .join(tasks, tasks.c.id == expenses.c.task_id)
        .where(
            expenses.c.status == "waiting",
            expenses.c.person_id.is_distinct_from(sight.party),
            sees_expense(sight),
            is_no_party(sight),
        )
    )


def words(sight: Sight, now: datetime) -> Select[Any]:
    """Select thanks, thoughts and lines for cards that nobody has decided about."""
    return (
        select(approvals.c.created_at, approvals.c.id)
        .join(tasks, tasks.c.id == approvals.c.task_id)
        .where(
            approvals.c.status == "waiting",
            approvals.c.author_id.is_distinct_from(sight.party),
            sees_task(sight),
            is_no_party(sight),
        )
    )


def offers(kinds_with_check: Collection[Kind], *, need_check: bool) -> Waiting:
    """Select what volunteers offer and nobody has looked at: with a check to be made, or without.

    `kinds_with_check` are the kinds of help that take one.
    """

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        person = volunteers.c.person_id
        wants_check = and_(
            select(volunteer_kinds.c.kind)
            .where(
                volunteer_kinds.c.person_id == person,
                volunteer_kinds.c.kind.in_(sorted(kinds_with_check)),
            )
            .exists(),
            lacks_check(person, now.date()),
        )
        return select(volunteers.c.offered_at, person).where(
            volunteers.c.reviewed_at.is_(None),
            wants_check if need_check else not_(wants_check),
            person.is_distinct_from(sight.party),
            not_blocked(person),
            sees_person(sight, person),
        )

    return waiting


def checks_running_out(ahead: timedelta, behind: timedelta) -> Waiting:
    """Select volunteers by the day after which what makes them checked is over: soon, or lately."""

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        today = now.date()
        return (
            select(checks.c.expires_on, checks.c.id)
            .join(volunteers, volunteers.c.person_id == checks.c.person_id)
            .where(
                checks.c.expires_on.between(today - behind, today + ahead),
                checks.c.ended_at.is_(None),
                checks.c.what.in_(NEEDED),
                checks.c.person_id.is_distinct_from(sight.party),
                not_blocked(checks.c.person_id),
                sees_person(sight, checks.c.person_id),
            )
        )

    return waiting


def weekly_without_helper(sight: Sight, now: datetime) -> Select[Any]:
    """Select weekly help that stands still, as its resident has not said who may come now."""
    return select(repeats.c.next_start, repeats.c.id).where(
        repeats.c.ended_at.is_(None),
        repeats.c.helper_id.is_(None),
        repeats.c.status == RepeatStatus.CHOOSING,
        sees_place(sight, repeats.c.neighbourhood_id),
    )


def consents_unanswered(within: timedelta) -> Waiting:
    """Select people of whom nobody has said in time whether they still agree to be asked for."""

    def waiting(sight: Sight, now: datetime) -> Select[Any]:
        place = helped_people.c.neighbourhood_id
        seen = sees_place(sight, place)
        if None in sight.organisations:
            seen = or_(seen, place.is_(None))
        return select(helped_people.c.review_on, helped_people.c.id).where(
            helped_people.c.ended_at.is_(None),
            helped_people.c.review_on <= (now - within).date(),
            seen,
        )

    return waiting


def worries_open(sight: Sight, now: datetime) -> Select[Any]:
    """Select worries that are not settled, whoever may read them."""
    return select(worries.c.created_at, worries.c.id).where(worries.c.settled_at.is_(None))
