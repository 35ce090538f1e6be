"""Every conversation there is, by its name. A new one is one line here."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.actions import Action
from handlers.afterwards.costs import COST
from handlers.afterwards.how_it_went import HOW_IT_WENT
from handlers.afterwards.thanks import THANKS
from handlers.afterwards.thoughts import THOUGHT
from handlers.asking.ask_for_help import ASK
from handlers.asking.first_words import FIRST
from handlers.asking.give_address import ADDRESS
from handlers.asking.reviewing_consent import CONSENT
from handlers.call_outs.composing import CALL_OUT
from handlers.card_line.writing import CARD_LINE
from handlers.choose_language import LANGUAGE
from handlers.dialogue import Conversation
from handlers.forgetting.forget import FORGET
from handlers.helping.join import JOIN
from handlers.helping.note_for_next import HAND_BACK_NOTE
from handlers.helping.say_when_coming import CONTACT
from handlers.keeping.first_name import NEW_NAME
from handlers.numbers.report import REPORT
from handlers.partners.giving import GIVE_AREA
from handlers.partners.handing_over import HAND_OVER
from handlers.phoned.phone_in import PHONE_IN
from handlers.safety.worries import TELL_WORRY
from handlers.scheme.invited import INVITED
from handlers.scheme.inviting import INVITE
from handlers.scheme.neighbourhood_setup import NEIGHBOURHOOD
from handlers.scheme.posters import POSTER
from handlers.scheme.setting_up import SETUP
from handlers.volunteering.offer_help import OFFER
from handlers.volunteering.pausing import LEAVE, PAUSE
from handlers.volunteering.record_check import RECORD_CHECK
from handlers.weekly.again import AGAIN
from handlers.weekly.weekly_pause import PAUSE_WEEKLY

CONVERSATIONS: Final[Mapping[str, Conversation[Any, Any]]] = {
    each.name: each
    for each in (
        *(ASK, OFFER, JOIN, ADDRESS, LANGUAGE, NEIGHBOURHOOD, RECORD_CHECK),
        *(COST, LEAVE, PAUSE),
        NEW_NAME,
        *(CONTACT, HAND_BACK_NOTE),
        *(THANKS, HOW_IT_WENT, THOUGHT),
        CARD_LINE,
        *(AGAIN, PAUSE_WEEKLY),
        *(CONSENT, INVITE, INVITED),
        CALL_OUT,
        *(FIRST, TELL_WORRY),
        FORGET,
        *(HAND_OVER, GIVE_AREA),
        PHONE_IN,
        REPORT,
        *(SETUP, POSTER),
    )
}

#: Conversations that step in front of any other, and of each other in this order; what waits
#: meanwhile is gone on with afterwards.
NEVER_WAITING: Final = (TELL_WORRY.name, FORGET.name)

#: Conversations that nobody asked for: they give way to any other, and nobody is reminded of them.
GIVING_WAY: Final = frozenset({CONTACT.name, HAND_BACK_NOTE.name})

#: Conversations that only somebody with this permission may begin.
FOR_OWNERS: Final[Mapping[str, Action]] = {
    POSTER.name: Action.MAKE_POSTER,
    RECORD_CHECK.name: Action.RECORD_CHECK,
    INVITE.name: Action.INVITE,
    GIVE_AREA.name: Action.CONFIGURE,
    CALL_OUT.name: Action.CALL_OUT,
    PHONE_IN.name: Action.TAKE_BY_PHONE,
    REPORT.name: Action.READ_NUMBERS,
}
