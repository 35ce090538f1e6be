"""The Bot API's ways of saying no, in its own words."""

from bot.sandbox.schema import Json


class Refusal(Exception):  # noqa: N818 - an answer of the API rather than a failure of the sandbox
    """The API refuses a call; `code` and `description` as the real one gives them."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(words: str) -> Refusal:
    """Return a 400 with the words after its usual beginning."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """Return a 403 with the words after its usual beginning."""
    return Refusal(403, f"Forbidden: {words}")


def too_many_requests(seconds: int) -> Refusal:
    """Return a 429 that asks to wait for whole seconds."""
    words = f"Too Many Requests: retry after {seconds}"
    return Refusal(429, words, {"retry_after": seconds})


def moved(new_chat: int) -> Refusal:
    """Return what a group answers at its old id after it became a supergroup."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, words, {"migrate_to_chat_id": new_chat})
