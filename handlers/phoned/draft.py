"""What a coordinator has noted so far of somebody who is on the phone at this moment."""

from typing import Final

from handlers import dialogue
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import number_carried
from handlers.phoned.callers import KEEP
from storage import people
from storage.private import PrivateText

#: The conversation in which a request is taken on the phone.
BY_PHONE: Final = "phonein"


async def on_the_phone_with(turn: PersonalTurn) -> PrivateText | None:
    """Return the name and number of whoever somebody is on the phone with, as far as noted."""
    if turn.asked is None or turn.asked.name != BY_PHONE:
        return None
    answers = dialogue.state_of(turn.asked).answers
    name, phone = answers.get("caller-name"), answers.get("caller-phone")
    number = number_carried(str(answers.get("caller", "")))
    if number is not None:
        known = await people.with_number(turn.transaction, number)
        if known is None:
            # They were forgotten meanwhile.
            return None
        name, phone = name_of(known).reveal(), answers.get("caller-same-number")
        if phone in (None, KEEP):
            kept = await people.phone_of(turn.transaction, known)
            phone = None if kept is None else kept.reveal()
    noted = ", ".join(each for each in (name, phone) if isinstance(each, str))
    return PrivateText(noted) if noted else None
