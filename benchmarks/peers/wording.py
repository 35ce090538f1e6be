"""What the plain bots say, in about as many words and buttons as Doorstep."""

from typing import Final

from benchmarks.journey import LAST_WORDS, NEIGHBOURHOODS

WELCOME: Final = (
    "Hello. This is Doorstep. Here neighbours help one another.\n\n"
    "You can ask for help, or offer to help others. You can stop at any time."
)
ASK_KIND: Final = (
    "What would help you?\n\nPlease tap a button. You can also write its words or its number."
)
ASK_WORDS: Final = (
    "Please write in your own words what you need.\n\n"
    "The group does not see this. Whoever helps you does."
)
ASK_WHEN: Final = (
    "When would you like help?\n\nPlease tap a time, or write one. For example: “Friday after 3”."
)
ASK_WHERE: Final = (
    "Where is the help needed?\n\n"
    "Please write your postcode, or tap the name of your neighbourhood."
)
ASK_SIZE: Final = "How much is there to carry?"
ASK_PAYMENT: Final = (
    "Is there something to pay for?\n\n"
    "Please settle this now, so that nobody has to ask at the door."
)
KINDS: Final = (
    *("Shopping", "Food parcel", "Hot meal", "Errand", "Post", "Dog walk", "Doorstep chat"),
    *("Pharmacy run", "Friendly phone call", "Lift", "Someone to talk to", "Paperwork"),
    "Something else",
)
TIMES: Final = ("This afternoon", "This evening", "Tomorrow morning", "Tomorrow afternoon")
PLACES: Final = NEIGHBOURHOODS
SIZES: Final = ("One small bag", "A few bags", "Something large or heavy")
PAYMENTS: Final = (
    *("There is nothing to pay", "It is paid already", "I pay back, up to £10"),
    *("I pay back, up to £20", "I pay back, up to £50", "I pay back another amount"),
)
BACK: Final = "Back"
CONTROLS: Final = (BACK, "Stop")
SEND: Final = "Send"
CLAIM: Final = "I can do this"


def preview(kind: str, words: str, when: str, where: str, size: str, payment: str) -> str:
    """Return what is shown before anything is sent."""
    return (
        f"This is what your neighbours will see:\n\n{kind}\nWhere: {where}\nWhen: {when}\n"
        f"How much: {size}\nPaying: {payment}\n\n"
        f"This only the person who helps you will see:\n\n{words}"
    )


def card(kind: str, when: str, where: str, size: str, payment: str) -> str:
    """Return the card that the group sees."""
    return (
        f"{kind}\nWhere: {where}\nWhen: {when}\nHow much: {size}\nPaying: {payment}\n"
        "Open. Nobody has taken this yet."
    )


def sent(when: str) -> str:
    """Return the last words of the journey."""
    return (
        f"{LAST_WORDS}.\n\nIt is for {when}. Your neighbours can see it now. "
        "I will write to you as soon as somebody takes it."
    )
