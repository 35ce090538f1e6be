"""Every button of a task, pressed by anybody at any time: a clear answer, and nothing else."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from handlers import taps
from handlers.events import Place, Sender, Tapped
from handlers.messages import ChangeCard
from storage import people, reveals, tasks
from storage.database import Transaction
from storage.model import Stage, Status, Task
from tests.handlers.talks import ANA, BEN, RUTH, TOKEN, Talks, talks_in

#: How a task comes to stand as it does; a name before the act says whose it is.
OPEN: Final = ()
CLAIMED: Final = ("Ana claims",)
IN_TOUCH: Final = (*CLAIMED, "Ana is in touch")
ON_THE_WAY: Final = (*CLAIMED, "Ana sets off")
DONE: Final = (*ON_THE_WAY, "Ana finishes")
WITHDRAWN: Final = (*CLAIMED, "Ruth withdraws")
HANDED_BACK: Final = (*CLAIMED, "Ana hands back")
TAKEN_BACK: Final = (*CLAIMED, "The lease ends")
BENS: Final = (*HANDED_BACK, "Ben claims")
ANAS_AGAIN: Final = (*HANDED_BACK, "Ana claims")

WITH_SOMEBODY_ELSE: Final = "T1 is not with you."
OPEN_AGAIN: Final = "Nobody has T1 now."
ALREADY_DONE: Final = "T1 is already done."
NOT_NEEDED: Final = "T1 is not needed any more."
EARLIER: Final = "This button is from an earlier time when you had T1."
OLD: Final = "This button is from an earlier time and does nothing now."


async def _comes_to(talks: Talks, acts: Sequence[str]) -> None:
    for act in acts:
        await talks.look(partial(_happens, talks=talks, act=act))


async def _happens(transaction: Transaction, talks: Talks, act: str) -> None:
    task = await tasks.with_token(transaction, TOKEN)
    assert task is not None
    name, _, what = act.partition(" ")
    numbers = {"Ana": ANA, "Ben": BEN}
    who = (await _person(transaction, numbers[name])) if name in numbers else 0
    match what:
        case "claims":
            done = await tasks.claim(transaction, task, who, talks.now, at_once=1)
            shown = await tasks.get(transaction, task.id)
            await reveals.record(transaction, shown, who, Stage.CLAIMED, talks.now)
        case "is in touch":
            done = await tasks.note_contact(transaction, task, who, talks.now)
        case "sets off":
            done = await tasks.set_off(transaction, task, who, talks.now)
        case "finishes":
            done = await tasks.finish(transaction, task, who, talks.now)
        case "hands back":
            done = await tasks.release(transaction, task, who)
        case "lease ends":
            done = await tasks.end_lease(transaction, task)
        case _:
            done = await tasks.withdraw(transaction, task, talks.now)
    assert done


async def _person(transaction: Transaction, account: str) -> int:

    person = await people.find(transaction, account)
    assert person is not None
    return person.id


async def _scheme(talks: Talks) -> Task:
    await talks.arrives(RUTH, "Ruth")
    await talks.arrives(ANA, "Ana")
    await talks.arrives(BEN, "Ben")
    await talks.request(RUTH)
    return await talks.task()


async def _taps(talks: Talks, account: str, data: str) -> None:
    event = Tapped(Sender(account, "en"), Place(account, is_private=True), "tap", data)
    await talks.act(account, partial(taps.tapped, event=event))


CASES: Final = [
    # Release after done, done twice, in touch after done.
    *((DONE, ANA, f"{name}:t1:1", ALREADY_DONE) for name in ("back", "done", "off", "contact")),
    # Done, released or in touch by somebody else.
    *(
        (stands, BEN, f"{name}:t1:1", WITH_SOMEBODY_ELSE)
        for name in ("back", "done", "off", "contact")
        for stands in (CLAIMED, IN_TOUCH, ON_THE_WAY, DONE)
    ),
    *((CLAIMED, RUTH, f"{name}:t1:1", WITH_SOMEBODY_ELSE) for name in ("back", "done", "off")),
    # What nobody holds, and never did.
    *((OPEN, ANA, f"{name}:t1:0", OPEN_AGAIN) for name in ("back", "done", "off", "contact")),
    # Too late: it was handed back, or opened again for want of news.
    *(
        (stands, ANA, f"{name}:t1:1", OPEN_AGAIN)
        for name in ("back", "done", "off", "contact")
        for stands in (HANDED_BACK, TAKEN_BACK)
    ),
    *((WITHDRAWN, ANA, f"{name}:t1:1", NOT_NEEDED) for name in ("back", "done", "off", "contact")),
    # Buttons of an earlier claim: somebody else has it now, or the same helper once more.
    *((BENS, ANA, f"{name}:t1:1", WITH_SOMEBODY_ELSE) for name in ("back", "done", "contact")),
    *((ANAS_AGAIN, ANA, f"{name}:t1:1", EARLIER) for name in ("back", "done", "off", "contact")),
    *((BENS, RUTH, f"{name}:t1:1", OLD) for name in ("back", "done")),
    # Numbers that nobody ever put into a button.
    *((CLAIMED, ANA, f"done:t1:{number}", EARLIER) for number in ("", "2", "²", "1:1")),
    # In the wrong order.
    (ON_THE_WAY, ANA, "off:t1:1", "You are already on the way for T1."),
    (DONE, RUTH, "drop:t1", "Your request T1 is already closed."),
    (DONE, RUTH, "dropped:t1", "Your request T1 is already closed."),
    (OPEN, BEN, "dropped:t1", "This is not your request."),
]


@pytest.mark.parametrize(
    ("stands", "account", "button", "answer"),
    CASES,
    ids=[f"{'-'.join(case[0])}-{case[1][-1]}-{case[2]}" for case in CASES],
)
async def test_a_button_that_does_not_fit_is_answered_and_changes_nothing(
    tmp_path: Path, stands: Sequence[str], account: str, button: str, answer: str
) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _comes_to(talks, stands)
        before = await talks.task()
        await _taps(talks, account, button)
        assert talks.seen_by(account).startswith(answer)
        assert await talks.task() == before
        assert not [each for each in talks.said if isinstance(each, ChangeCard)]
        others = {ANA, BEN, RUTH} - {account}
        assert not [talks.seen_by(each) for each in others if talks.seen_by(each)]


async def test_saying_twice_that_one_is_in_touch_tells_the_resident_once(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _comes_to(talks, CLAIMED)
        await _taps(talks, ANA, "contact:t1:1")
        assert "Ana" in talks.seen_by(RUTH)
        since = (await talks.task()).contact_at
        await _taps(talks, ANA, "contact:t1:1")
        assert not talks.seen_by(RUTH)
        assert "When will you come?" in talks.seen_by(ANA)
        assert (await talks.task()).contact_at == since == talks.now


async def test_a_lease_ends_for_the_claim_that_it_was_given_to_only(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _comes_to(talks, CLAIMED)
        anas = await talks.task()
        await _comes_to(talks, ("Ana hands back", "Ben claims"))
        assert not await talks.look(partial(tasks.end_lease, task=anas))
        bens = await talks.task()
        await _comes_to(talks, ("Ben is in touch",))
        assert not await talks.look(partial(tasks.end_lease, task=bens))
        assert (await talks.task()).status is Status.CLAIMED
