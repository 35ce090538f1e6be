"""Every conversation there is, by its name. A new one is one line here."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.again import AGAIN
from handlers.ask_for_help import ASK
from handlers.choose_language import LANGUAGE
from handlers.costs import COST
from handlers.dialogue import Conversation
from handlers.first_words import FIRST
from handlers.give_address import ADDRESS
from handlers.how_it_went import HOW_IT_WENT
from handlers.inviting import INVITE, INVITED
from handlers.join import JOIN
from handlers.neighbourhood_setup import NEIGHBOURHOOD
from handlers.note_for_next import HAND_BACK_NOTE
from handlers.offer_help import OFFER
from handlers.pausing import LEAVE, PAUSE
from handlers.permissions import Action
from handlers.record_check import RECORD_CHECK
from handlers.reviewing_consent import CONSENT
from handlers.say_when_coming import CONTACT
from handlers.thanks import THANKS
from handlers.thoughts import THOUGHT
from handlers.weekly_pause import PAUSE_WEEKLY
from handlers.worries import TELL_WORRY

CONVERSATIONS: Final[Mapping[str, Conversation[Any, Any]]] = {
    each.name: each
    for each in (
        *(ASK, OFFER, JOIN, ADDRESS, LANGUAGE, NEIGHBOURHOOD, RECORD_CHECK),
        *(COST, LEAVE, PAUSE),
        *(CONTACT, HAND_BACK_NOTE),
        *(THANKS, HOW_IT_WENT, THOUGHT),
        *(AGAIN, PAUSE_WEEKLY),
        *(CONSENT, INVITE, INVITED),
        *(FIRST, TELL_WORRY),
    )
}

#: Conversations that step in front of any other; that one is gone on with afterwards.
NEVER_WAITING: Final = frozenset({TELL_WORRY.name})

#: Conversations that nobody asked for: they give way to any other, and nobody is reminded of them.
GIVING_WAY: Final = frozenset({CONTACT.name, HAND_BACK_NOTE.name})

#: Conversations that only somebody with this permission may begin.
FOR_OWNERS: Final[Mapping[str, Action]] = {
    NEIGHBOURHOOD.name: Action.SET_UP,
    RECORD_CHECK.name: Action.RECORD_CHECK,
    INVITE.name: Action.APPOINT,
}
