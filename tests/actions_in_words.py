"""What each action is, in a plain sentence, and what it can be about; in the groups of the page."""

from dataclasses import dataclass
from typing import Final

from handlers.actions import Action

#: What an action can be about, beside others that need no name here.
REQUEST: Final = "a request"
UNPLACED: Final = "a request without a neighbourhood"
HANDED_OVER: Final = "a request handed to the other organisation"
_REQUEST: Final = (REQUEST,)
_NOTHING: Final = ("",)


@dataclass(frozen=True, slots=True)
class Said:
    """An action in words; `abouts` are names of what it can be about, "" where it is nothing."""

    words: str
    abouts: tuple[str, ...]


GROUPS: Final[dict[str, dict[Action, Said]]] = {
    "Asking for help": {
        Action.ASK: Said("Ask for help", _NOTHING),
        Action.ASK_AS_COLLEAGUE: Said("Ask for somebody in one's work", _NOTHING),
        Action.WITHDRAW: Said("Close the request", _REQUEST),
        Action.GIVE_ADDRESS: Said("Give or change the address", _REQUEST),
        Action.ADD_LINE: Said("Write a line for its card", _REQUEST),
        Action.TAKE_LINE_OFF: Said("Take that line off the card", _REQUEST),
        Action.ANSWER_HAND_OVER: Said("Agree to a hand-over to another organisation", _REQUEST),
        Action.SEE_WHO_SAW: Said("See who saw its details", _REQUEST),
        Action.CONFIRM_DONE: Said("Say that it was done", _REQUEST),
        Action.DISPUTE: Said("Say that it was not done", _REQUEST),
        Action.SEND_THANKS: Said("Send thanks", _REQUEST),
        Action.REPEAT: Said("Ask for it every week", _REQUEST),
    },
    "Helping": {
        Action.OFFER: Said("Offer help", _NOTHING),
        Action.LEAVE: Said("Stop offering help", _NOTHING),
        Action.READ_OWN_RECORD: Said("Read what they offer and have done", _NOTHING),
        Action.READ_OWN_DATA: Said("See all that is kept about them", _NOTHING),
        Action.CHANGE_OWN_DATA: Said(
            "Correct their name, and say whether health is kept", _NOTHING
        ),
        Action.CLAIM: Said("Take it", _REQUEST),
        Action.OFFER_TO_BE_CHOSEN: Said("Say that they could do it", _REQUEST),
        Action.ANSWER_ASK: Said("Answer when asked directly", _REQUEST),
        Action.CONFIRM_CONTACT: Said("Say that they are in touch", _REQUEST),
        Action.SET_OFF: Said("Set off", _REQUEST),
        Action.SEE_REQUEST: Said("See name, street and words", _REQUEST),
        Action.SEE_DOOR: Said("See door, way in and phone", _REQUEST),
        Action.FINISH: Said("Say that they have done it", _REQUEST),
        Action.HAND_BACK: Said("Hand it back", _REQUEST),
        Action.LEAVE_NOTE: Said("Leave a note for the next helper", _REQUEST),
        Action.HAND_IN_COST: Said("Hand in a cost", _REQUEST),
    },
    "Both sides": {
        Action.WRITE_TO_OTHER_SIDE: Said("Write to the other side", _REQUEST),
        Action.SAY_HOW_IT_WENT: Said("Say how it went", _REQUEST),
        Action.SHARE_THOUGHT: Said("Share a thought with the group", _REQUEST),
        Action.ASK_TO_TALK: Said("Ask a coordinator to talk", (REQUEST, "weekly help")),
    },
    "Weekly help": {
        Action.ANSWER_WISH: Said("Say whether they would come every week", ("weekly help",)),
        Action.OPEN_REPEAT: Said("Let anybody come", ("weekly help",)),
        Action.CHANGE_REPEAT: Said("Leave out a week", ("weekly help",)),
        Action.END_REPEAT: Said("End it", ("weekly help",)),
        Action.END_REPEAT_OF_OTHERS: Said("End it for them", ("weekly help",)),
    },
    "Safety": {
        Action.REPORT_WORRY: Said("Report a worry", ("", REQUEST)),
        Action.READ_WORRY: Said("Read a worry, settle it, and keep what belongs to it", _NOTHING),
        Action.READ_HOLDS: Said("See that something is kept for a worry", _NOTHING),
    },
    "Looking after requests": {
        Action.READ_QUEUE: Said("Read the queue of what they look after", _NOTHING),
        Action.READ_REQUEST: Said("Read it", (REQUEST, UNPLACED, HANDED_OVER)),
        Action.READ_DATA_OF: Said(
            "See what is kept about whom it is for", (REQUEST, UNPLACED, HANDED_OVER)
        ),
        Action.COMPLETE_REQUEST: Said("Give it its kind and place", _REQUEST),
        Action.CHOOSE_HELPER: Said("Choose its helper", _REQUEST),
        Action.ASSIGN: Said("Assign and reassign it", _REQUEST),
        Action.SETTLE: Said("Settle what the sides disagree about", _REQUEST),
        Action.CLOSE_REQUEST: Said("Close it with a reason", _REQUEST),
        Action.REOPEN_REQUEST: Said("Open it again", _REQUEST),
        Action.HAND_OVER: Said("Ask to hand it over", _REQUEST),
        Action.APPROVE: Said("Approve thanks, thoughts and lines for cards", _REQUEST),
        Action.DECIDE_COST: Said("Decide about a cost", _REQUEST),
        Action.READ_LEDGER: Said("Read the costs of what they look after", _NOTHING),
        Action.TAKE_BY_PHONE: Said("Take a request by phone", _NOTHING),
        Action.TELL_BY_PHONE: Said("Ring somebody with news", _REQUEST),
        Action.FORGET_BY_PHONE: Said("Have somebody forgotten who is rung", _REQUEST),
    },
    "Looking after people": {
        Action.REVIEW_OFFER: Said("Look at what somebody offers", ("somebody",)),
        Action.RECORD_CHECK: Said("Record a check", ("somebody",)),
        Action.END_CONSENT: Said("End somebody's consent for them", ("somebody",)),
        Action.BLOCK: Said("Block and unblock", ("somebody",)),
        Action.LIFT_LIMIT: Said("Let somebody go on who reached a limit", ("somebody",)),
        Action.MAKE_ENTRY_LINK: Said("Make a link for residents or volunteers", _NOTHING),
        Action.CALL_OUT: Said("Call volunteers out", ("", "several neighbourhoods")),
        Action.READ_NUMBERS: Said("Read the numbers of what they look after", _NOTHING),
    },
    "The scheme": {
        Action.CONFIGURE: Said("Set up the scheme itself", _NOTHING),
        Action.SET_UP: Said("Make and change neighbourhoods", ("", "a neighbourhood")),
        Action.MAKE_POSTER: Said("Make a poster", ("", "a neighbourhood")),
        Action.INVITE: Said("Invite people at all", _NOTHING),
        Action.APPOINT: Said("Invite somebody, and say that it is they", ("", "a role")),
        Action.TAKE_UP_ROLE: Said("Take up an invitation", _NOTHING),
        Action.END_ROLE: Said("End a role", ("a role",)),
    },
}
SAID: Final = {action: said for group in GROUPS.values() for action, said in group.items()}
