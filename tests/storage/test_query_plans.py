"""A step costs the same however much is stored: what happens at every step finds its rows."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from storage import (
    approvals,
    asks,
    assigning,
    backlog,
    blocks,
    bots,
    call_out_answers,
    call_outs,
    card_lines,
    card_posts,
    chats,
    checks,
    confirming,
    conversations,
    departures,
    due_work,
    entry,
    experiences,
    fates,
    hand_overs,
    inbox,
    interests,
    limits,
    neighbourhoods,
    numbers,
    outbox,
    outbox_changes,
    outbox_states,
    overviews,
    people,
    queue,
    queue_sorts,
    rarity,
    reach,
    relay,
    repeats,
    repetitions,
    reveals,
    rings,
    roles,
    silence,
    task_changes,
    tasks,
    volunteers,
    worries,
)
from storage import call_out_recipients as called
from storage.approvals import Matter
from storage.asks import Now
from storage.call_out_recipients import Answer
from storage.call_outs import Audience
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.experiences import How, Side
from storage.model import FIRST_BOT, CardPost, Checked, Detail, Kind, Reach, Stage
from storage.numbers import Stretch
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.queue import EVERYTHING, Mark, Sight
from storage.retention import sweep_all
from storage.tables import metadata
from storage.volunteers import Offer
from tests.clock import BEGINNING
from tests.databases import fill, is_on_server, url_of
from tests.storage import neighbours, plans


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which every table has rows, where one is wanted to be asked."""
    file = tmp_path_factory.mktemp("large") / "doorstep.sqlite"
    fill(file, map(plans.filling, metadata.sorted_tables))
    return file


async def _claim(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    await tasks.claim(transaction, task, helper.id, BEGINNING, 1)
    await tasks.held_by(transaction, helper.id)
    await tasks.unfinished_of(transaction, resident.id)
    await card_posts.of_task(transaction, task.id)
    await tasks.secrets_of(transaction, task)
    await relay.was_written(transaction, task)
    await reveals.closed_and_shown(transaction, resident.id, 3)
    await neighbourhoods.groups_of(transaction, 1)
    await outbox_changes.replace_unsent(
        transaction, task_id=task.id, chat_id=1, payload=PrivateText("")
    )


async def _send(transaction: Transaction) -> None:
    group = await neighbours.group(transaction)
    for _ in range(2):
        await outbox.add(transaction, [neighbours.message(group, label="card")], BEGINNING)
    await repetitions.left_out(transaction, [neighbours.message(group)], {group})
    await outbox_changes.labelled(transaction, "card")
    await outbox_changes.labelled_within(transaction, "details:1:", group)
    await outbox_changes.take_back(transaction, group, "details:1:1", BEGINNING)
    (first,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 10)
    await departures.start_sending(transaction, [first.id])
    await departures.left_sending(transaction, FIRST_BOT)
    await departures.next_due_at(transaction, FIRST_BOT, [group])
    outbox_states.mark_sent(transaction, first.id, 5, BEGINNING)
    await outbox_states.postpone(transaction, group, FIRST_BOT, BEGINNING)
    await outbox_states.let_wait(transaction, group, FIRST_BOT, BEGINNING)
    await outbox_states.resume(transaction, group, FIRST_BOT, BEGINNING)


async def _go_by_another_bot(transaction: Transaction) -> None:
    group = await neighbours.group(transaction)
    await outbox.add(transaction, [neighbours.message(group)], BEGINNING)
    await bots.reach_by(transaction, group, "parish", BEGINNING)
    await bots.left_behind(transaction.connection.execute, [FIRST_BOT])
    await bots.let_rest(transaction, [FIRST_BOT])
    await bots.wake(transaction, "parish", BEGINNING)
    await departures.left_sending(transaction, "parish")
    await departures.next_tap_answer_at(transaction, "parish")


async def _call_many(transaction: Transaction) -> None:
    call_out = await neighbours.call_out(transaction)
    person = await neighbours.person(transaction, 7101)
    recipient = await neighbours.called(transaction, call_out, person)
    words = neighbours.message(person.chat_id, purpose=Purpose.BULK, recipient_id=recipient)
    await outbox.add(transaction, [words], BEGINNING)
    (due,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 1)
    await outbox_states.mark_unknown(transaction, due.id, BEGINNING)
    await fates.stop(transaction, call_out, BEGINNING)


async def _receive(transaction: Transaction) -> None:
    await inbox.keep(transaction, "telegram", [(1, "{}"), (2, "{}")], BEGINNING)
    await inbox.waiting(transaction, "telegram")
    inbox.mark_done(transaction, "telegram", 1)


async def _watch_over_it(transaction: Transaction) -> None:
    await backlog.look(transaction)


async def _talk(transaction: Transaction) -> None:
    await neighbours.person(transaction, 7001)
    person = await people.find(transaction, "telegram:7001")
    assert person is not None
    await conversations.load(transaction, person)
    await checks.check_of(transaction, person.id, BEGINNING.date())
    await people.key_of_chat(transaction, person.chat_id)


async def _do_due_work(transaction: Transaction) -> None:
    await due_work.plan(transaction, "remind", 1, BEGINNING)
    (work,) = await due_work.lease(transaction, BEGINNING)
    await due_work.next_at(transaction)
    await due_work.put_off(transaction, work, BEGINNING)
    await due_work.drop(transaction, 1, "remind")


async def _write_to_each_other(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    await relay.choose(transaction, resident.id, task, BEGINNING)
    await relay.choice_of(transaction, resident.id)
    sent = relay.Sent(11, PrivateText("Hello"))
    message = await relay.add(transaction, task, resident, helper.id, sent, BEGINNING)
    await relay.newest(transaction, helper.id)
    await relay.written_as(transaction, resident.id, FIRST_BOT, 11)
    await relay.labelled(transaction, message.label)
    await relay.label_of(transaction, helper.chat_id, FIRST_BOT, 40)
    await relay.delivered_as(transaction, message)
    await relay.hold(transaction, resident, sent, BEGINNING)
    await relay.held_of(transaction, resident.id)
    await relay.let_go(transaction, resident.id)
    await relay.close(transaction, task.id, BEGINNING)


async def _worry(transaction: Transaction) -> None:
    person = await neighbours.person(transaction, 7001)
    lead = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, person)
    worry = await worries.add(transaction, person, BEGINNING, task_id=task.id, is_danger=True)
    await worries.latest_danger(transaction, person.id, BEGINNING)
    await worries.parties_to(transaction, task)
    await worries.met_lately(transaction, person.id, BEGINNING)
    await worries.replace_words(transaction, person, worry, PrivateText("Help"), BEGINNING)
    await worries.words_of(transaction, worry)
    await worries.acknowledge(transaction, worry, lead.id, BEGINNING)
    await worries.settle(transaction, worry, BEGINNING)


async def _help_every_week(transaction: Transaction) -> None:
    person = await neighbours.person(transaction, 7001)
    task = await neighbours.request(transaction, person)
    repeat = await repeats.add(transaction, person, neighbours.repeat(task))
    assert repeat is not None
    await repeats.of_request(transaction, task.token)
    await repeats.of_resident(transaction, person.id)
    await repeats.of_helper(transaction, person.id)
    await repeats.secrets_of(transaction, repeat)
    await tasks.of_repeat(transaction, repeat.id)
    await tasks.helped_lately(transaction, person.id, BEGINNING)
    await tasks.lately_for(transaction, person.id, None, BEGINNING)
    await silence.leave_in_peace(transaction, person, BEGINNING)
    await silence.drop_about(transaction, person.chat_id, {task.reference}, BEGINNING)


async def _look_for_volunteers(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    assert task.neighbourhood_id is not None
    offer = Offer(frozenset({task.kind}), frozenset({task.neighbourhood_id}))
    await volunteers.save(transaction, helper.id, offer, BEGINNING)
    now = Now(BEGINNING, BEGINNING.date(), time(12), time(21), time(8))
    (found,) = await volunteers.candidates(
        transaction, replace(task, needs=frozenset()), [2], check_on=None, now=now
    )
    await volunteers.candidates(transaction, task, [2], check_on=BEGINNING.date())
    assert await asks.ask(transaction, task, found.person_id, now)
    assert not await asks.ask(transaction, task, found.person_id, now)
    assert await asks.was_asked(transaction, task, helper.id)
    assert await asks.is_anybody_thinking(transaction, task.id)
    assert await asks.counted(transaction, task.id) == (1, 0)
    assert await asks.decline(transaction, task, helper.id)
    assert await asks.close(transaction, task.id) == []
    await reach.advance(transaction, task, Reach.ASKING)
    await reach.begin(transaction, task, BEGINNING)


async def _look_after_requests(transaction: Transaction) -> None:
    ada = await people.add(transaction, "phone:ada", "en", BEGINNING, rung=True)
    ben = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, ada)
    await rings.put(transaction, ada, PrivateText("News"), BEGINNING, task=task)
    (ring,) = await rings.waiting_about(transaction, [task.id])
    assert await rings.settle(transaction, ring, BEGINNING, ben.id)
    assert await rings.ask_for(transaction, ada, task, BEGINNING) is None
    await queue.page(transaction, rings.to_make, EVERYTHING, BEGINNING, 5, None)
    await people.rung_in(transaction, {1, None})
    await assigning.able(transaction, task, [2], BEGINNING.date(), needs_check=True)
    await task_changes.with_reference(transaction, task.reference)
    assert await task_changes.give_to(transaction, task, ben.id, BEGINNING, 1)
    await reveals.of_task(transaction, task)
    assert await task_changes.close_as_done(transaction, task, ben.id, BEGINNING)
    done = await tasks.get(transaction, task.id)
    await task_changes.reopen(transaction, done, BEGINNING)
    await blocks.is_blocked(transaction, ben.id)
    await blocks.of_person(transaction, ben.id)


async def _show_what_is_open(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    task = await neighbours.request(transaction, resident)
    chat = await neighbours.group(transaction)
    assert task.neighbourhood_id is not None
    await neighbourhoods.link_group(transaction, chat, None, task.neighbourhood_id, "en")
    (group,) = await neighbourhoods.groups_in_chat(transaction, chat)
    await card_posts.note(transaction, CardPost(task.id, chat, None, 5))
    assert await card_posts.open_tasks_in(transaction, chat, None, BEGINNING) == [task.id]
    await card_posts.on_their_way(transaction, task.id)
    await overviews.write(transaction, group.id, "digest")
    await overviews.note_posted(transaction, group.id, 6)
    assert await overviews.lose(transaction, chat, 6) == group.id
    assert await card_posts.forget(transaction, chat, 5) == task.id
    await outbox_changes.drop_edits(transaction, chat, 5, BEGINNING)
    await due_work.plan_unless_planned(transaction, "overview", group.id, BEGINNING)


async def _read_queue(transaction: Transaction) -> None:
    day, hours = timedelta(days=1), timedelta(hours=2)
    sorts = (
        queue_sorts.uncompleted,
        queue_sorts.unclaimed(hours),
        queue_sorts.unchosen,
        queue_sorts.done_and_planned("disputed", for_at_least=day),
        queue_sorts.late("nudge", hours),
        queue_sorts.unreached_helpers,
        queue_sorts.costs,
        queue_sorts.words,
        queue_sorts.offers([Kind.LIFT], need_check=True),
        queue_sorts.offers([Kind.LIFT], need_check=False),
        queue_sorts.checks_running_out(day, day),
        queue_sorts.weekly_without_helper,
        queue_sorts.consents_unanswered(day),
        queue_sorts.worries_open,
    )
    a_place = Sight(frozenset({1, 2}), frozenset({None, 3}), party=1)
    for sight in (a_place, Sight(everything=True)):
        for waiting in sorts:
            assert await queue.counted(transaction, waiting, sight, BEGINNING) == 0
            mark = Mark(BEGINNING, 1)
            assert await queue.page(transaction, waiting, sight, BEGINNING, 6, mark) == []
        await volunteers.note_all_reviewed(
            transaction, sight, [Kind.LIFT], 1, BEGINNING, until=BEGINNING
        )
    person = await neighbours.person(transaction, 7001)
    await volunteers.note_reviewed(transaction, person.id, 1, BEGINNING, offered_at=BEGINNING)
    seen = checks.Seen(Checked.BACKGROUND, expires_on=BEGINNING.date())
    assert await checks.record(transaction, person.id, person.id, BEGINNING, seen, changes=0)
    assert await checks.last_day_of(transaction, person.id) is None
    await checks.end(transaction, person.id, person.id, BEGINNING, Checked.BACKGROUND)


async def _say_how_it_went(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    await tasks.claim(transaction, task, helper.id, BEGINNING, 1)
    await tasks.finish(transaction, task, helper.id, BEGINNING)
    (done,) = await confirming.unconfirmed_of(transaction, resident.id)
    assert await confirming.confirm(transaction, done, BEGINNING)
    await experiences.note(transaction, task, resident, Side.RESIDENT, How.GOOD, BEGINNING)
    await experiences.add_words(transaction, task, resident, PrivateText("Lovely"))
    assert await experiences.ask_to_offer(transaction, resident.id, BEGINNING)
    words = PrivateText("Thank you")
    await approvals.propose(transaction, Matter.THANKS, task, resident, words, BEGINNING)
    (waiting,) = await approvals.waiting(transaction, EVERYTHING)
    assert await approvals.handed_in(transaction, Matter.THANKS, task.id, resident.id) == waiting
    assert await approvals.drop(transaction, waiting, BEGINNING)
    line = PrivateText("Any kind of bread is fine")
    open_one = await neighbours.request(transaction, resident, "open")
    lines = (open_one, resident, resident, line, BEGINNING)
    assert await card_lines.approve(
        transaction, await card_lines.propose(transaction, *lines), resident.id, BEGINNING
    )
    await card_lines.propose(transaction, *lines)
    assert await card_lines.on_card(transaction, open_one)
    assert await card_lines.waiting(transaction, open_one)
    await card_lines.forget(transaction, open_one)


async def _call_out(transaction: Transaction) -> None:
    author = await neighbours.person(transaction, 7001)
    helpers = [await neighbours.person(transaction, 7002 + number) for number in range(2)]
    home = await neighbours.neighbourhood(transaction)
    for helper in helpers:
        offer = Offer(frozenset({Kind.ERRAND}), frozenset({home}))
        await volunteers.save(transaction, helper.id, offer, BEGINNING)
    call_out = await neighbours.call_out_of(transaction, author, {home: 1})
    day = BEGINNING.date()
    kinds = frozenset({Kind.ERRAND})
    audience = Audience(frozenset({home}), kinds, frozenset(), None, day, author.id)
    assert await call_outs.reached(transaction, audience) == {home: 2}
    assert await called.call(transaction, call_out, audience, 5) == 2
    first, second = await called.due(transaction, call_out, 5)
    assert not await called.is_anybody_left(transaction, call_out, [first, second])
    await called.people_in(transaction, [first])
    await called.queued(transaction, call_out)
    await called.join(transaction, call_out, author.id, None)
    assert await call_out_answers.take_place(transaction, call_out, first, BEGINNING) == home
    assert await call_out_answers.take_place(transaction, call_out, second, BEGINNING) is None
    assert await call_out_answers.stand_by(transaction, call_out, second, BEGINNING)
    await call_out_answers.stand_down_unsent(transaction, call_out, BEGINNING)
    await call_out_answers.stand_down(transaction, call_out, 5, BEGINNING)
    assert await call_out_answers.leave(transaction, call_out, first, Answer.NO, BEGINNING) == home
    assert await call_out_answers.move_up(transaction, call_out, home, BEGINNING, None) is not None
    await call_out_answers.remind(transaction, call_out, 5, BEGINNING)
    await call_out_answers.ask_again(transaction, call_out, 5, BEGINNING)
    await call_out_answers.call_again(transaction, call_out, audience)
    await call_out_answers.thank(transaction, call_out, 5, BEGINNING)
    await call_out_answers.stand_up(transaction, call_out)
    await call_out_answers.release(transaction, call_out, 5, BEGINNING)
    await called.counted(transaction, call_out)
    await called.those_who(transaction, call_out, (Answer.YES,))
    await called.of_unknown_fate(transaction, call_out, 5)
    await called.going_to(transaction, second.person_id)
    await called.take_back_unsent(transaction, "call-out:1:1", BEGINNING)
    await call_outs.places_of(transaction, call_out.id)
    await call_outs.with_token(transaction, call_out.token)
    await call_outs.going_on(transaction)
    await call_outs.note_told(transaction, call_out, "digest")
    assert await call_outs.call_more(transaction, call_out)
    assert await call_outs.finish(transaction, call_out)


async def _hand_over(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    task = await neighbours.request(transaction, resident)
    partner = await roles.make_organisation(transaction, "The Surgery", BEGINNING)
    made = await hand_overs.ask(transaction, task, None, partner, resident.id, BEGINNING)
    assert made is not None
    await hand_overs.find(transaction, made.id)
    await hand_overs.asked_about(transaction, task.request)
    assert await hand_overs.answer(transaction, made, BEGINNING, agreed=True, by=resident.id)
    assert await hand_overs.move(transaction, made, [task], BEGINNING)
    (came,) = await hand_overs.moves_of(transaction, task.request)
    home = task.neighbourhood_id
    assert await hand_overs.give_back(transaction, came, [task], home, resident.id, BEGINNING)
    await outbox_changes.labelled_within(transaction, "approve:1:")
    await card_posts.leave_groups(transaction, task.id, BEGINNING)
    await interests.forget(transaction, task.id)
    await asks.forget(transaction, task.id)
    sight = Sight(frozenset({1}), frozenset({None, partner}))
    at = (queue_sorts.handed_over, sight, BEGINNING)
    await queue.counted(transaction, *at)
    await queue.page(transaction, *at, 5, None)


async def _count(transaction: Transaction) -> None:
    person = await neighbours.person(transaction, 7001)
    task = await neighbours.request(transaction, person)
    assert task.neighbourhood_id is not None
    here = Sight(frozenset({task.neighbourhood_id}), frozenset({None}))
    end = BEGINNING + timedelta(days=1)
    for sight in (here, EVERYTHING):
        stretches = [Stretch(BEGINNING, end, sight)]
        assert len(await numbers.asked(transaction, stretches)) == 1
        await numbers.waited(transaction, stretches)
        await numbers.called(transaction, stretches)
    await numbers.volunteering(transaction, [Stretch(BEGINNING, end, here)], BEGINNING.date())


async def _come_in(transaction: Transaction) -> None:
    maker = await neighbours.person(transaction, 7001)
    link = entry.EntryLink("m1", entry.Purpose.RESIDENT, maker.id, BEGINNING + entry.HOUR, 1)
    await entry.make_link(transaction, link, BEGINNING)
    assert await entry.find_link(transaction, link.token) == link
    assert await entry.use_link(transaction, link, BEGINNING)
    assert await entry.revoke_links(transaction, maker.id, BEGINNING) == 1
    await entry.admit(transaction, maker, BEGINNING)
    assert await entry.is_admitted(transaction, maker.id)
    await entry.note_wrong_link(transaction, maker.chat_id, BEGINNING)
    assert await entry.wrong_links_tried(transaction, maker.chat_id, BEGINNING) == 1
    stranger = await chats.remember(transaction, "telegram:7009", is_private=True)
    assert await entry.forget_stranger(transaction, stranger)


async def _reach_limits(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    allowed = limits.Claiming(1, 1, limits.NoShows(1, BEGINNING))
    may = limits.may_claim(helper.id, allowed)
    assert await tasks.claim(transaction, task, helper.id, BEGINNING, 1, may)
    held = await tasks.get(transaction, task.id)
    await reveals.record(transaction, held, helper.id, Stage.CLAIMED, BEGINNING)
    await limits.why_not(transaction, task, helper.id, replace(allowed, claims=2))
    await limits.seen_lately(transaction, helper.id, BEGINNING)
    assert await limits.note_no_show(transaction, held, limits.Why.SILENT, BEGINNING)
    assert await limits.missed_too_often(transaction, helper.id, allowed.no_shows) is not None
    await limits.missed_lately(transaction, helper.id, BEGINNING)
    assert await limits.open_requests(transaction, resident.id) == {None: 1}
    assert await limits.asked_lately(transaction, resident.id, BEGINNING) == 1
    at = (helper.id, limits.Reached.REVEALS, BEGINNING)
    number = await limits.note_reached(transaction, *at, once_in=limits.DAY)
    assert number is not None
    assert await limits.note_reached(transaction, *at, once_in=limits.DAY) is None
    assert await limits.reached(transaction, number) is not None
    assert await limits.lift(transaction, number, resident.id, BEGINNING, BEGINNING)
    assert not await limits.is_lifted(transaction, *at)


async def _see_who_shares_it(transaction: Transaction) -> None:
    person = await neighbours.person(transaction, 7001)
    await neighbours.request(transaction, person)
    everything = rarity.Details(frozenset(Detail), "es", 37)
    for whose in (rarity.Whose(), rarity.Whose(1), rarity.Whose(helped_id=1)):
        await rarity.crowd(transaction, [1, 2], BEGINNING, everything, whose)


async def _sweep(transaction: Transaction) -> None:
    await _write_to_each_other(transaction)
    await _receive(transaction)
    inbox.mark_done(transaction, "telegram", 2)
    for held in ((), (1, 2)):
        await sweep_all(transaction, BEGINNING + timedelta(days=5000), {}, held)


@pytest.mark.parametrize(
    "step",
    [
        _sweep,
        _see_who_shares_it,
        _come_in,
        _reach_limits,
        _count,
        _hand_over,
        _call_out,
        _look_for_volunteers,
        _look_after_requests,
        _show_what_is_open,
        _write_to_each_other,
        _claim,
        _send,
        _go_by_another_bot,
        _call_many,
        _receive,
        _talk,
        _do_due_work,
        _worry,
        _help_every_week,
        _say_how_it_went,
        _read_queue,
        _watch_over_it,
    ],
)
async def test_no_step_looks_through_a_table_that_grows(
    database: Database, large: Path, step: Callable[[Transaction], Awaitable[None]]
) -> None:
    asked: dict[str, Any] = {}

    def note(
        _c: Connection, _cursor: object, sql: str, parameters: Any, _ctx: object, many: bool
    ) -> None:
        if sql.split(maxsplit=1)[0] in ("SELECT", "UPDATE", "DELETE"):
            asked[sql] = parameters[0] if many else parameters

    database.is_watched = True
    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    await database.transact(step)
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)

    assert asked
    slow = []
    engine = open_engine(url_of(large))
    async with (engine if is_on_server() else database.engine).connect() as connection:
        for sql, parameters in asked.items():
            slow += (
                await plans.slow_on_postgresql(connection, sql)
                if is_on_server()
                else await plans.slow_on_sqlite(connection, sql, parameters)
            )
    await engine.dispose()
    assert slow == []


@pytest.mark.sqlite("PostgreSQL knows how many of each there are")
async def test_what_is_not_confirmed_is_found_by_what_is_planned_for_it(database: Database) -> None:
    waiting = queue_sorts.done_and_planned("disputed")(Sight(everything=True), BEGINNING)
    sql = waiting.compile(database.engine.sync_engine, compile_kwargs={"literal_binds": True})
    async with database.engine.connect() as connection:
        first, *_ = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")
    assert first.detail.startswith("SEARCH due_work")
