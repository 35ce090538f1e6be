"""The buttons below whatever is said about a request: what its helper and its resident can do."""

from collections.abc import Mapping, Sequence

from handlers.kinds import KINDS
from handlers.messages import Buttons, Press, PrivateButtons, PrivatePress, Start
from handlers.texts import Personal, PublicName, T
from storage.experiences import How
from storage.model import Status, Task
from storage.private import PrivateText


def held_buttons(task: Task) -> Buttons:
    """Return what the helper of a task can do with it next."""
    stamp = f"{task.token}:{task.claim_number}"
    hand_back = Press(T("button-hand-back"), f"back:{stamp}")
    write = Press(T("button-write-neighbour"), f"write:{stamp}")
    if task.status is Status.CLAIMED:
        in_touch = "button-contact" if task.contact_at is None else "button-when-coming"
        contact = Press(T(in_touch), f"contact:{stamp}")
        set_off = Press(T("button-set-off"), f"off:{stamp}")
        return ((contact,), (set_off,), (write,), (hand_back, worry_button(task)))
    return ((Press(T("button-done"), f"done:{stamp}"),), (write,), (hand_back, worry_button(task)))


def line_button(task: Task) -> Press:
    """Return the button with which a resident writes a line for the card of their request."""
    return Press(T("button-line"), f"line:{task.token}")


def line_buttons(places: Sequence[Task], *, has_line: bool) -> Buttons:
    """Return what a resident can do with the line of a request, given its tasks not finished.

    `has_line` says that there is one, on the card or waiting for a coordinator.
    """
    is_open = any(each.status is Status.OPEN for each in places)
    task = places[0]
    if not has_line:
        return ((line_button(task),),) if is_open else ()
    change = Press(T("button-line-change"), f"line:{task.token}")
    off = Press(T("button-line-off"), f"line-off:{task.token}")
    return ((change, off),) if is_open else ((off,),)


def rung_buttons(task: Task, *, is_incomplete: bool) -> Buttons:
    """Return what somebody may answer on the phone about their request, for whoever rings them."""
    stamp = f"{task.token}:{task.claim_number}"
    rows: list[tuple[Press, ...]] = []
    if task.status is Status.DONE and task.confirmed_at is None:
        at_the_door = KINDS[task.kind].at_the_door
        nobody = "button-they-say-nobody-came" if at_the_door else "button-they-say-nobody-rang"
        rows += [
            (Press(T("button-they-say-done"), f"confirm:{stamp}"),),
            (Press(T(nobody), f"disputed:{stamp}:nobody-came"),),
            (Press(T("button-they-say-not-right"), f"dispute:{stamp}"),),
        ]
    if not task.is_finished and is_incomplete:
        rows.append((Press(T("button-add-address"), f"where:{task.token}"),))
    if task.status in (Status.CLAIMED, Status.ON_THE_WAY):
        rows.append((Press(T("button-write-helper-for-them"), f"write:{stamp}"),))
    if not task.is_finished:
        rows.append((Press(T("button-they-say-not-needed"), f"drop:{task.token}"),))
    if not task.is_finished and not is_incomplete:
        rows.append((_change_address(task),))
    return (*rows, (page_button(task),))


def hand_over_buttons(number: int) -> Buttons:
    """Return what a resident may answer to a hand-over, or a coordinator who has rung them."""
    return (
        (Press(T("button-hand-over-yes"), f"handover-yes:{number}"),),
        (Press(T("button-hand-over-no"), f"handover-no:{number}"),),
    )


def page_button(task: Task) -> Press:
    """Return the button with which a coordinator opens all that there is of a request."""
    return Press(T("button-open-request"), f"page:{task.token}")


def worry_button(task: Task) -> Press:
    """Return the button with which either side says that something worries them."""
    return Press(T("button-worry"), f"worry:{task.token}")


def over_buttons(task: Task) -> Buttons:
    """Return what the helper of a task can say of it once its time is over."""
    stamp = f"{task.token}:{task.claim_number}"
    return (
        (Press(T("button-done"), f"done:{stamp}"),),
        (Press(T("button-hand-back"), f"back:{stamp}"), worry_button(task)),
    )


def resident_buttons(
    *places: Task,
    is_incomplete: bool,
    names: Mapping[int, PrivateText] | None = None,
    line: Buttons = (),
) -> PrivateButtons:
    """Return what a resident can do with a request, given those of its tasks not finished.

    `names` are the helpers' by the numbers of their tasks, where they have to be told apart, and
    `line` are the buttons for the line of its card.
    """
    task = places[0]
    rows: list[Sequence[Press | PrivatePress | Start]] = []
    if is_incomplete:
        rows.append([Press(T("button-give-address"), f"where:{task.token}")])
    held = [each for each in places if each.helper_id is not None]
    rows += [[_write_to(each, (names or {}).get(each.id))] for each in held]
    rows += line
    rows.append([Press(T("button-withdraw"), f"drop:{task.token}")])
    rows.append([worry_button(task)])
    if not is_incomplete:
        rows.append([_change_address(task)])
    return rows


def _change_address(task: Task) -> Press:
    at_the_door = KINDS[task.kind].at_the_door
    change = T("button-change-address") if at_the_door else T("button-change-phone")
    return Press(change, f"where:{task.token}")


def _write_to(task: Task, name: PrivateText | None) -> Press | PrivatePress:
    write = write_to_helper(task)
    if name is None:
        return write
    label = Personal("button-write-to", name=name, reference=PublicName(task.reference))
    return PrivatePress(label, write.data)


def write_to_helper(task: Task) -> Press:
    """Return the button with which a resident writes to whoever holds their task."""
    return Press(T("button-write-helper"), f"write:{task.token}:{task.claim_number}")


def towards_helper(task: Task) -> tuple[Press, ...]:
    """Return what stands below everything that a resident hears of their helper."""
    return (write_to_helper(task), worry_button(task))


def to_confirm_buttons(task: Task) -> Buttons:
    """Return what a resident can say once their helper has said that it is done."""
    stamp = f"{task.token}:{task.claim_number}"
    return (
        (Press(T("button-confirm"), f"confirm:{stamp}"),),
        (Press(T("button-dispute"), f"dispute:{stamp}"),),
        (worry_button(task),),
    )


def after_confirming_buttons(task: Task, *, asks_how: bool) -> Buttons:
    """Return what a resident can do with a request that is done in their eyes."""
    rows = how_it_went_buttons(task) if asks_how else ()
    return (*rows, (thanks_button(task),), *again_buttons(task), (worry_button(task),))


def after_done_buttons(task: Task, *, asks_how: bool) -> Buttons:
    """Return what a helper can do with a task that they have finished."""
    rows = how_it_went_buttons(task) if asks_how else ()
    return (*rows, *cost_buttons(task), (worry_button(task),))


def cost_buttons(task: Task) -> Buttons:
    """Return the button with which a helper hands in what they paid, where there is a visit."""
    return ((cost_button(task),),) if KINDS[task.kind].at_the_door else ()


def cost_buttons_on_the_way(task: Task) -> Buttons:
    """Return the same for a task that ends early: who had not set off has hardly paid anything."""
    return cost_buttons(task) if task.status is Status.ON_THE_WAY else ()


def cost_button(task: Task) -> Press:
    """Return the button with which a helper hands in what they paid."""
    return Press(T("button-cost"), f"cost:{task.token}")


def how_it_went_buttons(task: Task) -> tuple[tuple[Press, ...], ...]:
    """Return the three ways in which it may have gone, side by side."""
    stamp = f"{task.token}:{task.claim_number}"
    return (tuple(Press(T(f"button-how-{how}"), f"howitwent:{stamp}:{how}") for how in How),)


def thanks_button(task: Task) -> Press:
    """Return the button with which a resident thanks their helper."""
    return Press(T("button-thanks"), f"thanks:{task.token}:{task.claim_number}")


def thought_button(task: Task) -> Press:
    """Return the button with which either side writes a thought for others."""
    return Press(T("button-thought"), f"thought:{task.token}:{task.claim_number}")


def can_be_weekly(task: Task) -> bool:
    """Say whether a request can become weekly help: done, of such a kind, and not weekly yet."""
    fits = KINDS[task.kind].weekly and task.slots == 1 and task.repeat_id is None
    return fits and task.status is Status.DONE


def again_buttons(task: Task) -> tuple[tuple[Press, ...], ...]:
    """Return the button that makes a request weekly help, where it can become that."""
    return ((Press(T("button-again"), f"again:{task.token}"),),) if can_be_weekly(task) else ()
