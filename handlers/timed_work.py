"""What does timed work: the functions that a module hands to the register of timed work."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.house import Turn
from handlers.messages import Message

#: Does the work for its subject, plans what comes after it, and returns what to say.
Work = Callable[[Turn, int], Awaitable[list[Message]]]
#: By the kind of work.
TimedWork = Mapping[str, Work]
