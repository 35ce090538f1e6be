"""Choosing a language: each is named in itself, and the answer comes in the new one."""

from pathlib import Path

from tests.handlers.talks import ANA, press, talks_in, words


async def test_the_answer_comes_in_the_language_that_was_chosen(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA, "Ana")
        await talks.begins(ANA, "language")
        assert "[English|" in talks.seen_by(ANA)
        assert "[Español|" in talks.seen_by(ANA)
        await talks.answers(ANA, *press("es"))
        in_spanish = talks.seen_by(ANA)
        assert (await talks.person(ANA)).language == "es"
        await talks.begins(ANA, "language")
        await talks.answers(ANA, words("english", "es"))
        assert (await talks.person(ANA)).language == "en"
        assert talks.seen_by(ANA) != in_spanish
