"""Costs: what a helper paid, with a photo of the receipt, and what a coordinator decides about it.

Helping must not cost the helper.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from babel.numbers import get_currency_name
from pydantic import BaseModel, ConfigDict

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.whom import to_resident
from handlers.cards import DEFAULT_ZONE
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.helping.task_buttons import cost_button
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import Word, deciders_for, parties_of, sight_of, why_not_decide
from handlers.messages import Buttons, Message, Press, Say, number_carried
from handlers.outcomes import Begins
from handlers.payload import Sheet
from handlers.permissions import allowed
from handlers.questions import Confirm, ShowPicture
from handlers.tapping import Taps, TaskTaps
from handlers.texts import Line, Money, Personal, PublicName, T
from handlers.understanding.money import currency_in, understand_amount
from storage import expenses, hand_overs, people, pictures, reveals, tasks
from storage.expenses import Decision, Expense
from storage.model import Person, Task, WhoPays
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.retention.periods import RECEIPTS

#: How long after a task was closed its helper can hand in what it cost.
HANDED_IN_FOR: Final = timedelta(days=30)
#: In whole units of the currency: beyond this a coordinator is to be asked first.
MOST: Final = 500


LEDGER_COLUMNS: Final = ("day", "reference", "kind", "helper", "amount", "currency", "decision")


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers; `problem` is why it cannot begin."""

    task: Task | None
    problem: T | None
    currency: str
    language: str = field(default="en")


class Cost(BaseModel):
    """What a helper paid, in the smallest unit of the currency, and its receipt if there is one."""

    model_config = ConfigDict(frozen=True)

    amount: int
    receipt: int | None


async def cost(known: Known) -> Cost | None:
    """Ask how much it was and for the receipt, and show both before they are handed in."""
    if known.task is None or known.problem is not None:
        return None
    amount = await Enter("cost-amount", lambda text: _read(text, known))
    receipt = await ShowPicture("receipt")
    shown: list[Line] = [T("preview-cost", amount=Money(amount, known.currency))]
    if receipt is None:
        shown.append(T("preview-cost-no-receipt"))
    if _is_over(known.task, amount, known.currency):
        shown.append(T("preview-cost-over", ceiling=_ceiling(known.task, known.currency)))
    await Confirm("preview-cost", shows=shown)
    return Cost(amount=amount, receipt=receipt)


def _read(text: str, known: Known) -> int | T:
    most = Money.whole(MOST, known.currency)
    made = understand_amount(text, known.currency, known.language, most.amount)
    if isinstance(made, int):
        return made
    return T(
        f"problem-amount-{made.value}",
        most=most,
        currency=PublicName(get_currency_name(known.currency, 2, known.language)),
    )


def _ceiling(task: Task, currency: str) -> Money:
    return Money.whole(task.ceiling or 0, currency)


def _is_over(task: Task, amount: int, currency: str) -> bool:
    return task.ceiling is not None and amount > _ceiling(task, currency).amount


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of a task."""
    task = await tasks.with_token(turn.transaction, subject)
    if task is None:
        return Known(None, T("request-unknown"), currency_in(DEFAULT_ZONE.key))
    home = await posting.home_of(turn, task)
    currency = currency_in(home.time_zone if home else DEFAULT_ZONE.key)
    return Known(task, await _problem(turn, task), currency, turn.person.language)


async def _problem(turn: PersonalTurn, task: Task) -> T | None:
    """Return why somebody cannot hand in a cost, or None where they can."""
    reference = PublicName(task.reference)
    was_helper = await reveals.was_helper(turn.transaction, task, turn.person.id)
    actor = replace(await actor_of(turn), was_helper=was_helper)
    if not allowed(actor, Action.HAND_IN_COST, task):
        return T("cost-not-yours", reference=reference)
    if task.closed_at is not None and turn.now > task.closed_at + HANDED_IN_FOR:
        return T("cost-too-late", reference=reference)
    handed_in = await expenses.of_helper(turn.transaction, task.id, turn.person.id)
    if handed_in is not None and handed_in.status is not Decision.REFUSED:
        return T(f"cost-{handed_in.status.value}", reference=reference)
    return None


async def act(turn: PersonalTurn, known: Known, made: Cost | None) -> list[Message]:
    """Hand in what was paid: a coordinator decides, and the resident hears what was agreed."""
    task = known.task
    if task is None or made is None:
        return [Say(turn.person, (known.problem or T("request-unknown"),))]
    paid_in = await _where_paid(turn, task)
    expense = await expenses.hand_in(
        turn.transaction,
        task,
        turn.person.id,
        made.amount,
        known.currency,
        made.receipt,
        turn.now,
        paid_in,
    )
    if expense is None:
        return [Say(turn.person, (T("cost-waiting", reference=PublicName(task.reference)),))]
    if made.receipt is not None:
        await pictures.keep_longer(turn.transaction, made.receipt, turn.now + 2 * HANDED_IN_FOR)
    return [
        Say(turn.person, (T("cost-handed-in", reference=PublicName(task.reference)),)),
        *await _to_resident(turn, task, expense),
        *await _to_owners(turn, task, expense, turn.person),
    ]


async def _where_paid(turn: PersonalTurn, task: Task) -> int | None:
    """Return where somebody helped with a request that was handed over since; None if it was not.

    Those who looked after it then decide about what they paid.
    """
    helped_at = await reveals.last_claimed_by(turn.transaction, task, turn.person.id)
    then = await hand_overs.as_it_was(turn.transaction, task, helped_at or turn.now)
    return None if then.neighbourhood_id == task.neighbourhood_id else then.neighbourhood_id


def belongs_to(task: Task, expense: Expense) -> Task:
    """Return the task of an expense as it was for those who decide about it."""
    if expense.neighbourhood_id is None:
        return task
    return replace(task, neighbourhood_id=expense.neighbourhood_id)


def _amount(expense: Expense) -> Money:
    return Money(expense.amount, expense.currency)


async def _to_resident(turn: PersonalTurn, task: Task, expense: Expense) -> list[Message]:
    """Tell a resident who agreed to pay back how much it was."""
    if task.who_pays is not WhoPays.PAID_BACK:
        return []
    line = Personal(
        "cost-to-resident",
        name=_name(turn.person),
        amount=_amount(expense),
        reference=PublicName(task.reference),
    )
    told = await to_resident(turn, task, (line,), purpose=Purpose.NEWS)
    return [replace(told, picture=expense.receipt_id)]


def _name(person: Person) -> PrivateText:
    return person.first_name or PrivateText("…")


async def _to_owners(turn: Turn, task: Task, expense: Expense, helper: Person) -> list[Message]:
    """Put an expense before those who decide about it."""
    word = word_of(task, expense, helper)
    return [
        word.to(owner, Purpose.NEWS)
        for owner in await deciders_for(
            turn, belongs_to(task, expense), parties_of(task, helper.id)
        )
    ]


def word_of(task: Task, expense: Expense, helper: Person) -> Word:
    """Return an expense as those read it who decide about it."""
    lines: list[Line] = [
        Personal(
            "cost-to-owners",
            name=_name(helper),
            amount=_amount(expense),
            reference=PublicName(task.reference),
            kind=T(f"kind-{task.kind.value}"),
        )
    ]
    if task.who_pays is WhoPays.PAID_BACK:
        ceiling = _ceiling(task, expense.currency)
        lines.append(T("cost-agreed-paid-back", ceiling=ceiling))
    if _is_over(task, expense.amount, expense.currency):
        lines.append(T("cost-over"))
    if expense.receipt_id is None:
        lines.append(T("cost-without-receipt"))
    return Word(lines, _decisions(task, expense), picture=expense.receipt_id)


def _decisions(task: Task, expense: Expense) -> Buttons:
    approve = Press(T("button-cost-approve"), f"cost-approved:{expense.id}")
    refuse = Press(T("button-cost-refuse"), f"cost-refused:{expense.id}")
    if task.who_pays is not WhoPays.PAID_BACK:
        return ((approve, refuse),)
    paid = Press(T("button-cost-paid-back"), f"cost-paid-back:{expense.id}")
    return ((approve, refuse), (paid,))


async def _approved(turn: PersonalTurn, number: str) -> list[Message] | None:
    return await _decided(turn, number, Decision.APPROVED)


async def _paid_back(turn: PersonalTurn, number: str) -> list[Message] | None:
    return await _decided(turn, number, Decision.PAID_BACK)


async def _refused(turn: PersonalTurn, number: str) -> list[Message] | None:
    return await _decided(turn, number, Decision.REFUSED)


async def _decided(turn: PersonalTurn, number: str, decision: Decision) -> list[Message] | None:
    """Settle an expense, unless somebody was faster, and tell the helper."""
    expense_id = number_carried(number)
    expense = None if expense_id is None else await expenses.find(turn.transaction, expense_id)
    if expense is None:
        return None
    task = await tasks.get(turn.transaction, expense.task_id)
    reference = PublicName(task.reference)
    parties = parties_of(task, expense.person_id)
    about = belongs_to(task, expense)
    why_not = await why_not_decide(turn, Action.DECIDE_COST, about, parties, reference)
    if why_not is not None:
        return [Say(turn.person, (why_not,))]
    if not await expenses.decide(turn.transaction, expense, decision, turn.person.id, turn.now):
        return [Say(turn.person, (T("cost-decided-already", reference=reference),))]
    if expense.receipt_id is not None:
        until = turn.now + RECEIPTS.longest
        await pictures.keep_longer(turn.transaction, expense.receipt_id, until)
    helper = await people.get(turn.transaction, expense.person_id)
    told = T(f"cost-is-{decision.value}", amount=_amount(expense), reference=reference)
    buttons = _again(task) if decision is Decision.REFUSED else ()
    return [
        Say(turn.person, (T("cost-decision-noted", reference=reference),)),
        Say(helper, (told,), buttons, purpose=Purpose.NEWS),
    ]


def _again(task: Task) -> Buttons:
    return ((cost_button(task),),)


async def _begin(turn: PersonalTurn, task: Task, _detail: str) -> Begins:
    return Begins(COST.name, task.token)


async def ledger(turn: PersonalTurn) -> list[Message]:
    """Return every expense that somebody sees as a sheet, for whoever keeps the accounts."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_LEDGER):
        return [Say(turn.person, (T("not-allowed"),))]
    kept = await expenses.ledger(turn.transaction, sight_of(actor))
    if not kept:
        return [Say(turn.person, (T("ledger-empty"),))]
    language, texts = turn.person.language, turn.house.texts
    helpers = {
        number: await people.get(turn.transaction, number)
        for number in {expense.person_id for expense, _, _ in kept}
    }
    owners = PrivateText.joined("", (_name(each) for each in helpers.values())).owners
    rows = tuple(
        (
            expense.created_at.astimezone(DEFAULT_ZONE).date().isoformat(),
            reference,
            texts.say(T(f"kind-{kind}"), language),
            _name(helpers[expense.person_id]).reveal(),
            Money(expense.amount, expense.currency).plain,
            expense.currency,
            texts.say(T(f"ledger-{expense.status.value}"), language),
        )
        for expense, reference, kind in kept
    )
    heading = tuple(texts.say(T(f"ledger-{each}"), language) for each in LEDGER_COLUMNS)
    sheet = Sheet(name="ledger", heading=heading, rows=rows)
    return [Say(turn.person, (T("ledger-here", number=len(rows)),), document=sheet, owners=owners)]


COST: Final = Conversation("cost", know, cost, act)
TASK_TAPS: Final[TaskTaps] = {"cost": _begin}
TAPS: Final[Taps] = {
    "cost-approved": _approved,
    "cost-paid-back": _paid_back,
    "cost-refused": _refused,
}
