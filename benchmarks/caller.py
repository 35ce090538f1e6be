"""A coordinator who calls everybody there is, in chat, and another one who agrees to it."""

from typing import Final

from bot.sandbox.people import Person

#: Stands in what those who are called read, and in nothing that others do.
WORDS: Final = "Sandbags for Mill Lane"

#: What is done with a question that holds some words, one after the other: a button, or typed.
_ANSWERS: Final = (
    ("What do you need people for", ("Something else",)),
    ("What exactly will they do", (WORDS,)),
    ("Where should they come to", ("Church hall",)),
    ("Which neighbourhoods would you like to call", ("1, 2, 3", "Done")),
    ("On which day, and from when until when", ("in 1 hour",)),
    ("How many people do you want from", ("999", "999", "999")),
    ("Should I call only those who offer", ("Done",)),
    ("Should I call only those who speak", ("Done",)),
    ("Should only people come whose check", ("No",)),
    ("May people come who are not with us yet", ("Yes",)),
    ("This is what people will read", ("Send the call-out",)),
)
_AGREE: Final = "I agree, please send it"
_LINK: Final = "https://t.me/"


class Caller:
    """Takes one step of calling at a time, as soon as the bot has answered the last one."""

    def __init__(self, author: Person, second: Person) -> None:
        self.author = author
        self.second = second
        self._has_begun = False
        self._has_agreed = False
        self._answered: set[tuple[int, str]] = set()
        self._turns = {question: iter(answers) for question, answers in _ANSWERS}

    @property
    def link(self) -> str | None:
        """The link for those who are not known yet, once it is there."""
        for message in self.author.from_bot:
            for word in (message.text or "").split():
                if word.startswith(_LINK):
                    return word
        return None

    def acts(self) -> bool:
        """Take the next step; False where both are waiting, or all is done."""
        if not self._has_begun:
            self._has_begun = True
            self.second.starts()
            self.author.says("/callout")
            return True
        return self._answers() or self._agrees()

    def _answers(self) -> bool:
        last = self.author.from_bot[-1] if self.author.from_bot else None
        if last is None or (mark := (last.number, last.text or "")) in self._answered:
            return False
        self._answered.add(mark)
        asked = [question for question in self._turns if question in mark[1]]
        answer = next(self._turns[asked[0]], None) if asked else None
        if answer is None:
            return False
        if answer in last.labels:
            self.author.taps(answer, last)
        else:
            self.author.says(answer)
        return True

    def _agrees(self) -> bool:
        asked = [message for message in self.second.from_bot if _AGREE in message.labels]
        if self._has_agreed or not asked:
            return False
        self._has_agreed = True
        self.second.taps(_AGREE, asked[-1])
        return True
