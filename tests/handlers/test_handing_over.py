"""A request goes to a partner organisation: with a yes only, with its history, never half-way."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.partners.handing_over import ANSWERED_WITHIN
from handlers.partners.received import OWNERS_HEAR_AFTER
from storage import (
    asks,
    hand_overs,
    helped_people,
    interests,
    neighbourhoods,
    people,
    reveals,
    roles,
    tasks,
)
from storage.database import Transaction
from storage.hand_overs import HandOver
from storage.helped_people import Consent
from storage.model import (
    ClosedAs,
    ConsentHow,
    Kind,
    Level,
    Relation,
    Role,
    Secrets,
    Stage,
    Status,
    Task,
)
from storage.private import PrivateText
from storage.roles import Appointed
from storage.tables import tasks as task_rows
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, TOKEN, Talks, press, talks_in, words

TOM = "telegram:7011"
MARY = "telegram:7012"
HOSPICE = "St Mary's Hospice"


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Tom looks after Elm Park, where Ruth asks and Ana helps; Mary acts for a hospice."""
    async with talks_in(tmp_path) as talks:
        names = {OWNER: "Olive", TOM: "Tom", MARY: "Mary", RUTH: "Ruth", ANA: "Ana", BEN: "Ben"}
        for account, name in names.items():
            await talks.arrives(account, name)
        elm_park = await talks.neighbourhood()
        riverside = await talks.neighbourhood("Riverside")
        tom, mary = await talks.person(TOM), await talks.person(MARY)

        async def appoint(transaction: Transaction) -> None:
            hospice = await roles.make_organisation(transaction, HOSPICE, talks.now)
            assert await neighbourhoods.give_to(transaction, riverside, hospice)
            own = Appointed(None, frozenset({elm_park}))
            await roles.appoint(transaction, tom.id, Role.COORDINATOR, own, tom.id, talks.now)
            theirs = Appointed(hospice)
            await roles.appoint(transaction, mary.id, Role.CONTACT, theirs, mary.id, talks.now)

        await talks.look(appoint)
        await talks.offers(ANA, Kind.SHOPPING)
        await talks.offers(BEN, Kind.SHOPPING)
        yield talks


async def _asked(talks: Talks, *, token: str = TOKEN) -> None:
    await talks.taps(TOM, f"handover:{token}")
    await talks.answers(TOM, *press("1", "send"))


async def _given(talks: Talks) -> Task:
    """Let Ruth's request be with the hospice."""
    task = await talks.request(RUTH)
    await _asked(talks)
    await talks.taps(RUTH, "handover-yes:1")
    return await talks.look(lambda transaction: tasks.get(transaction, task.id))


async def _hand_over(talks: Talks) -> HandOver:
    found = await talks.look(lambda transaction: hand_overs.find(transaction, 1))
    assert found is not None
    return found


async def _claims(talks: Talks, account: str) -> None:
    person, task = await talks.person(account), await talks.task()
    assert await talks.look(
        lambda transaction: tasks.claim(transaction, task, person.id, talks.now, 3)
    )


# --- Asked first ---------------------------------------------------------------------------------


async def test_the_resident_is_asked_before_anybody_hears_of_it(talks: Talks) -> None:
    await talks.request(RUTH)
    await talks.taps(TOM, f"handover:{TOKEN}")
    assert "Who should take over" in talks.seen_by(TOM)
    assert HOSPICE in talks.seen_by(TOM)
    await talks.answers(TOM, *press("1"))
    assert "First I ask Ruth" in talks.seen_by(TOM)
    await talks.answers(TOM, *press("send"))
    assert f"May I pass your request {TOKEN.upper()} to {HOSPICE}?" in talks.seen_by(RUTH)
    assert not talks.seen_by(MARY)
    assert (await talks.task()).organisation_id is None
    await talks.taps(MARY, f"page:{TOKEN}")
    assert "You cannot do that here" in talks.seen_by(MARY)


async def test_a_yes_hands_it_over_with_its_history(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    talks.now += timedelta(hours=1)
    await talks.taps(RUTH, "handover-yes:1")
    assert f"{HOSPICE} has your request" in talks.seen_by(RUTH)
    assert "you do not see it any more" in talks.seen_by(TOM)
    told = talks.seen_by(MARY)
    assert "hands a request over to you" in told
    assert "Milk, please" in told
    assert "[Riverside|" in told
    assert "Elm Park" not in told
    task = await talks.task()
    assert (task.organisation_id, task.neighbourhood_id) == (1, None)
    assert task.status is Status.WITH_COORDINATOR
    mary = await talks.person(MARY)
    seen = await talks.look(lambda transaction: reveals.of_task(transaction, task))
    assert [(each.person_id, each.stage) for each in seen] == [(mary.id, Stage.READ)]


async def test_a_no_changes_nothing(talks: Talks) -> None:
    await talks.request(RUTH)
    before = await talks.task()
    await _asked(talks)
    await talks.taps(RUTH, "handover-no:1")
    assert "That is fine" in talks.seen_by(RUTH)
    assert "would rather not" in talks.seen_by(TOM)
    assert not talks.seen_by(MARY)
    assert await talks.task() == before
    await talks.taps(RUTH, "handover-yes:1")
    assert "is over" in talks.seen_by(RUTH)
    assert await talks.task() == before


async def test_only_the_resident_answers(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    for account in (TOM, OWNER, ANA, MARY):
        await talks.taps(account, "handover-yes:1")
        assert "You cannot do that here" in talks.seen_by(account)
    assert (await _hand_over(talks)).is_open


async def test_they_are_asked_about_one_organisation_at_a_time(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    await talks.taps(TOM, f"handover:{TOKEN}")
    assert "are being asked about" in talks.seen_by(TOM)


async def test_two_coordinators_ask_at_once_and_one_question_is_put(talks: Talks) -> None:
    await talks.request(RUTH)
    for account in (TOM, OWNER):
        await talks.taps(account, f"handover:{TOKEN}")
        await talks.answers(account, *press("1"))
    await talks.answers(TOM, *press("send"))
    assert talks.seen_by(RUTH)
    await talks.answers(OWNER, *press("send"))
    assert "are being asked about" in talks.seen_by(OWNER)
    assert not talks.seen_by(RUTH)


async def test_a_role_that_ended_while_they_chose_asks_nobody(talks: Talks) -> None:
    await talks.request(RUTH)
    await talks.taps(TOM, f"handover:{TOKEN}")
    await talks.answers(TOM, *press("1"))
    tom = await talks.person(TOM)
    await talks.look(
        lambda transaction: roles.end(transaction, tom.id, Role.COORDINATOR, talks.now)
    )
    await talks.answers(TOM, *press("send"))
    assert "You cannot do that here" in talks.seen_by(TOM)
    assert not talks.seen_by(RUTH)


async def test_the_question_can_be_taken_back(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    await talks.taps(MARY, "handover-stop:1")
    assert "You cannot do that here" in talks.seen_by(MARY)
    await talks.taps(TOM, "handover-stop:1")
    assert "taken the question back" in talks.seen_by(TOM)
    await talks.taps(RUTH, "handover-yes:1")
    assert "is over" in talks.seen_by(RUTH)
    await _asked(talks)
    assert talks.seen_by(RUTH)


async def test_whoever_does_not_answer_is_asked_once_more_and_then_left_alone(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    await talks.passes(ANSWERED_WITHIN + timedelta(hours=1))
    assert (await _hand_over(talks)).is_open
    await talks.passes(ANSWERED_WITHIN)
    over = await _hand_over(talks)
    assert not over.is_open
    assert over.agreed is None
    await talks.taps(RUTH, "handover-yes:1")
    assert "is over" in talks.seen_by(RUTH)
    assert (await talks.task()).organisation_id is None


# --- What happened meanwhile ---------------------------------------------------------------------


async def test_a_request_closed_meanwhile_goes_nowhere(talks: Talks) -> None:
    task = await talks.request(RUTH)
    await _asked(talks)
    await talks.look(lambda transaction: tasks.withdraw(transaction, task, talks.now))
    await talks.taps(RUTH, "handover-yes:1")
    assert "is closed" in talks.seen_by(RUTH)
    assert not talks.seen_by(MARY)
    await talks.taps(TOM, f"handover:{TOKEN}")
    assert "is closed" in talks.seen_by(TOM)


async def test_a_request_taken_meanwhile_stays_with_its_helper(talks: Talks) -> None:
    await talks.request(RUTH)
    await _asked(talks)
    talks.now += timedelta(minutes=1)
    await _claims(talks, ANA)
    await talks.taps(RUTH, "handover-yes:1")
    assert "A helper has taken" in talks.seen_by(RUTH)
    assert "a helper has taken it in the meantime" in talks.seen_by(TOM)
    assert not talks.seen_by(MARY)
    assert (await talks.task()).status is Status.CLAIMED


async def test_nothing_is_asked_while_a_helper_is_on_the_way(talks: Talks) -> None:
    await talks.request(RUTH)
    await _claims(talks, ANA)
    task, ana = await talks.task(), await talks.person(ANA)
    assert await talks.look(lambda transaction: tasks.set_off(transaction, task, ana.id, talks.now))
    await talks.taps(TOM, f"handover:{TOKEN}")
    assert "on the way" in talks.seen_by(TOM)


async def test_the_helper_who_had_it_is_told_kindly(talks: Talks) -> None:
    await talks.request(RUTH)
    await _claims(talks, ANA)
    await talks.taps(TOM, f"handover:{TOKEN}")
    await talks.answers(TOM, *press("1"))
    assert "Ana has it now" in talks.seen_by(TOM)
    await talks.answers(TOM, *press("send"))
    await talks.taps(RUTH, "handover-yes:1")
    assert "you need not go" in talks.seen_by(ANA)
    assert "Ana" not in talks.seen_by(MARY)
    task = await talks.task()
    assert task.helper_id is None
    await talks.taps(ANA, f"off:{TOKEN}:1")
    assert "Milk" not in talks.seen_by(ANA)


async def test_what_was_offered_before_leads_nowhere(talks: Talks) -> None:
    task = await talks.request(RUTH, level=Level.ASSIGNED)
    ben = await talks.person(BEN)

    async def interested(transaction: Transaction) -> None:
        assert await interests.note(transaction, task, ben.id, talks.now)

    await talks.look(interested)
    await _asked(talks)
    await talks.taps(RUTH, "handover-yes:1")
    assert await talks.look(lambda transaction: interests.of(transaction, task)) == []
    assert not await talks.look(lambda transaction: asks.was_asked(transaction, task, ben.id))
    await talks.taps(TOM, f"pick:{TOKEN}:{ben.id}")
    assert "You cannot do that here" in talks.seen_by(TOM)


# --- With the other organisation -----------------------------------------------------------------


async def test_the_old_organisation_sees_only_where_it_went(talks: Talks) -> None:
    await _given(talks)
    await talks.taps(TOM, f"page:{TOKEN}")
    assert f"was handed over to {HOSPICE}" in talks.seen_by(TOM)
    assert "Milk" not in talks.seen_by(TOM)
    for button in (f"area:{TOKEN}:1", f"kind:{TOKEN}:post", f"handover:{TOKEN}"):
        await talks.taps(TOM, button)
        assert "You cannot do that here" in talks.seen_by(TOM)


async def test_it_is_placed_in_one_of_their_own_neighbourhoods_only(talks: Talks) -> None:
    await _given(talks)
    await talks.taps(MARY, f"area:{TOKEN}:1")
    assert (await talks.task()).neighbourhood_id is None
    await talks.taps(MARY, f"area:{TOKEN}:2")
    task = await talks.task()
    assert (task.neighbourhood_id, task.status) == (2, Status.OPEN)
    await talks.taps(TOM, f"page:{TOKEN}")
    assert "Milk" not in talks.seen_by(TOM)


async def test_it_can_be_given_back(talks: Talks) -> None:
    await _given(talks)
    await talks.taps(TOM, f"handover-back:{TOKEN}")
    assert "You cannot do that here" in talks.seen_by(TOM)
    await talks.taps(MARY, f"handover-back:{TOKEN}")
    assert "is with" in talks.seen_by(MARY)
    assert "given" in talks.seen_by(TOM)
    assert "looks after it again" in talks.seen_by(RUTH)
    task = await talks.task()
    assert (task.neighbourhood_id, task.organisation_id) == (1, None)
    assert task.status is Status.OPEN
    await talks.taps(MARY, f"page:{TOKEN}")
    assert "Milk" not in talks.seen_by(MARY)
    await talks.taps(TOM, f"handover-back:{TOKEN}")
    assert "nothing to give back" in talks.seen_by(TOM)


async def test_it_is_not_given_back_over_the_head_of_a_helper(talks: Talks) -> None:
    await _given(talks)
    await talks.taps(MARY, f"area:{TOKEN}:2")
    await _claims(talks, ANA)
    await talks.taps(MARY, f"handover-back:{TOKEN}")
    assert "cannot be given back" in talks.seen_by(MARY)
    assert (await talks.task()).neighbourhood_id == 2


async def test_it_goes_to_no_neighbourhood_that_was_given_away(talks: Talks) -> None:
    await _given(talks)
    await talks.look(lambda transaction: neighbourhoods.give_to(transaction, 1, 1))
    await talks.taps(MARY, f"handover-back:{TOKEN}")
    task = await talks.task()
    assert (task.neighbourhood_id, task.organisation_id) == (None, None)
    assert task.status is Status.WITH_COORDINATOR


async def test_they_may_see_to_it_themselves(talks: Talks) -> None:
    task = await _given(talks)
    await talks.taps(MARY, f"handover-outside:{TOKEN}")
    assert "neither a full address nor a phone number" in talks.seen_by(MARY)
    ruth = await talks.person(RUTH)
    phone = Secrets(phone=PrivateText("020 7946 0018"))
    await talks.look(lambda transaction: tasks.add_secrets(transaction, task, ruth, phone))
    await talks.taps(MARY, f"handover-outside:{TOKEN}")
    assert "see to" in talks.seen_by(MARY)
    assert (await talks.task()).status is Status.WITH_COORDINATOR
    await talks.taps(MARY, f"handover-settled:{TOKEN}")
    assert f"{HOSPICE} sees to your request" in talks.seen_by(RUTH)
    assert "020 7946 0018" in talks.seen_by(MARY)
    task = await talks.task()
    assert (task.status, task.closed_as) == (Status.WITHDRAWN, ClosedAs.HANDED_OVER)
    await talks.taps(MARY, f"handover-settled:{TOKEN}")
    assert "is closed" in talks.seen_by(MARY)


async def test_owners_hear_of_what_nobody_does_anything_with(talks: Talks) -> None:
    await _given(talks)
    for times in (1, 2, 3):
        await talks.passes(OWNERS_HEAR_AFTER + timedelta(hours=1))
        heard = await talks.kept_for(OWNER)
        assert heard.count("nobody there has done anything") == times


async def test_costs_stay_with_those_who_looked_after_the_helper(talks: Talks) -> None:
    await talks.request(RUTH)
    await _claims(talks, ANA)
    task, ana = await talks.task(), await talks.person(ANA)

    async def handed_back(transaction: Transaction) -> None:
        await reveals.record(transaction, task, ana.id, Stage.CLAIMED, talks.now)
        assert await tasks.release(transaction, task, ana.id)

    await talks.look(handed_back)
    await _asked(talks)
    talks.now += timedelta(minutes=5)
    await talks.taps(RUTH, "handover-yes:1")
    await talks.begins(ANA, "cost", TOKEN)
    await talks.answers(ANA, words("12.50"), *press("skip", "send"))
    assert "paid £12.50" in talks.seen_by(TOM)
    assert not talks.seen_by(MARY)
    await talks.taps(MARY, "cost-approved:1")
    assert "You cannot do that here" in talks.seen_by(MARY)
    await talks.taps(TOM, "cost-approved:1")
    assert "are approved" in talks.seen_by(ANA)


async def test_whoever_asked_for_somebody_else_is_asked_in_their_place(talks: Talks) -> None:
    ruth = await talks.person(RUTH)
    agreed = Consent(ConsentHow.IN_PERSON, talks.now, talks.now.date() + timedelta(days=90))
    helped = await talks.look(
        lambda transaction: helped_people.add(
            transaction, ruth.id, PrivateText("Henry"), Relation.NEIGHBOUR, None, agreed
        )
    )
    await talks.request(RUTH, helped_id=helped)
    await _asked(talks)
    assert "for Henry" in talks.seen_by(RUTH)


async def test_on_the_phone_a_coordinator_notes_the_answer(talks: Talks) -> None:
    async def by_phone(transaction: Transaction) -> None:
        ada = await people.add(transaction, "phone:ada", "en", talks.now, rung=True)
        await people.set_name(transaction, ada, PrivateText("Ada"))
        await people.set_phone(transaction, ada, PrivateText("020 7946 0018"))

    await talks.look(by_phone)
    await talks.request("phone:ada", by_phone=True)
    await _asked(talks)
    await talks.passes(timedelta(0))
    assert "[Yes, pass it on|handover-yes:1]" in await talks.kept_for(TOM)
    await talks.taps(TOM, "handover-yes:1")
    assert (await talks.task()).organisation_id == 1
    assert "hands a request over to you" in talks.seen_by(MARY)
    over = await _hand_over(talks)
    tom = await talks.person(TOM)
    assert (over.agreed, over.answered_by) == (True, tom.id)


async def test_nobody_is_told_that_they_did_not_answer_who_was_never_rung(talks: Talks) -> None:
    async def by_phone(transaction: Transaction) -> None:
        ada = await people.add(transaction, "phone:ada", "en", talks.now, rung=True)
        await people.set_name(transaction, ada, PrivateText("Ada"))

    await talks.look(by_phone)
    await talks.request("phone:ada", by_phone=True)
    await _asked(talks)
    await talks.passes(2 * ANSWERED_WITHIN + timedelta(hours=1))
    assert not (await _hand_over(talks)).is_open
    heard = await talks.kept_for(TOM)
    assert "Ada has not said whether" in heard
    assert "I have not heard from you" not in heard
    assert "I asked you this" not in heard
    await talks.taps(TOM, "handover-yes:1")
    assert "is over" in talks.seen_by(TOM)


async def test_the_scheme_takes_over_from_a_partner(talks: Talks) -> None:
    await _given(talks)
    await talks.taps(MARY, f"handover:{TOKEN}")
    await talks.answers(MARY, *press("own", "send"))
    await talks.taps(RUTH, "handover-yes:2")
    task = await talks.task()
    assert (task.organisation_id, task.neighbourhood_id) == (None, None)
    assert f"{HOSPICE} hands a request over to you" in talks.seen_by(TOM)


async def test_a_partner_without_anybody_is_not_offered(talks: Talks) -> None:
    await talks.request(RUTH)
    mary = await talks.person(MARY)
    await talks.look(lambda transaction: roles.end(transaction, mary.id, Role.CONTACT, talks.now))
    await talks.taps(TOM, f"handover:{TOKEN}")
    assert "no partner organisation yet" in talks.seen_by(TOM)


async def test_places_that_are_done_stay_where_they_were(talks: Talks) -> None:
    first = await talks.request(RUTH)
    second = await talks.request(RUTH, token="t2")  # noqa: S106 - it opens nothing

    async def two_places(transaction: Transaction) -> None:
        await tasks.change(transaction, task_rows.c.id == second.id, request=first.request)
        ana = await people.find(transaction, ANA)
        assert ana is not None
        assert await tasks.claim(transaction, first, ana.id, talks.now, 3)
        assert await tasks.finish(transaction, first, ana.id, talks.now)

    await talks.look(two_places)
    await _asked(talks, token="t2")  # noqa: S106 - it opens nothing
    await talks.taps(RUTH, "handover-yes:1")
    done, gone = await talks.task(), await talks.task("t2")
    assert (done.neighbourhood_id, done.organisation_id) == (1, None)
    assert (gone.neighbourhood_id, gone.organisation_id) == (None, 1)


async def test_an_owner_hands_over_anything(talks: Talks) -> None:
    await talks.request(RUTH)
    await talks.taps(OWNER, f"handover:{TOKEN}")
    await talks.answers(OWNER, *press("1", "send"))
    await talks.taps(RUTH, "handover-yes:1")
    assert "you do not see it any more" in talks.seen_by(TOM)
    assert "Doorstep hands a request over to you" in talks.seen_by(MARY)
