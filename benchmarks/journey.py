"""The journey that is measured, in ten steps: a known resident asks for help, and goes back once.

Light on purpose: both sides import it, and what a bot imports counts in its start and its size.
"""

from typing import Final

NEIGHBOURHOODS: Final = ("Elm Park", "Mill Lane", "Station Road")
TYPED_WORDS: Final = "Bread, milk and something for the cat, please"
#: Stands in the last answer of a journey, and in none before it.
LAST_WORDS: Final = "Sent. The reference of your request is"

#: The button before the last one, in every question.
_BACK: Final = -2
#: What a person does at each step: words to type, or which button to tap; None is the
#: neighbourhood of their own.
STEPS: Final[tuple[str | int | None, ...]] = (
    "/ask",
    0,  # kind
    TYPED_WORDS,
    0,  # when
    None,  # where
    _BACK,  # size: to where again
    None,  # where
    0,  # size
    0,  # payment
    0,  # preview: Send
)

#: In the environment of a plain bot: its token, the base address of the Bot API, the ids of the
#: groups that cards go to, with commas, and (where it keeps anything) the file or server for it.
TOKEN: Final = "BENCHMARK_TOKEN"  # noqa: S105 - the name of a variable
API: Final = "BENCHMARK_API"
GROUPS: Final = "BENCHMARK_GROUPS"
STATE: Final = "BENCHMARK_STATE"
#: In the environment of Doorstep where it is measured: what its clock shows when it starts.
CLOCK_AT: Final = "BENCHMARK_CLOCK_AT"
