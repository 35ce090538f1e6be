"""The journey that is measured: a known resident asks for help, from /ask to *Send*.

Light on purpose: both sides import it, and what a bot imports counts in its start and its size.
"""

from typing import Final

NEIGHBOURHOODS: Final = ("Elm Park", "Mill Lane", "Station Road")
TYPED_WORDS: Final = "Bread, milk and something for the cat, please"
#: Stands in the last answer of a journey, and in none before it.
LAST_WORDS: Final = "Sent. The reference of your request is"

#: What a person does at each step: words to type, or which button to tap; None is the
#: neighbourhood of their own.
STEPS: Final[tuple[str | int | None, ...]] = (
    "/ask",
    0,  # kind
    TYPED_WORDS,
    0,  # when
    None,  # where
    0,  # size
    0,  # payment
    0,  # preview: Send
)

#: In the environment of a plain bot: its token, the base address of the Bot API, the ids of the
#: groups that cards go to, with commas, and (where it keeps anything) the file for its state.
TOKEN: Final = "BENCHMARK_TOKEN"  # noqa: S105 - the name of a variable
API: Final = "BENCHMARK_API"
GROUPS: Final = "BENCHMARK_GROUPS"
STATE: Final = "BENCHMARK_STATE"
