"""How updates come in, as the doctor tells it: which way is set, and what the app says of it."""

from datetime import datetime, timedelta
from typing import Final

from bot.findings import UnwiseError, WrongError
from bot.messengers import Delivery, WebhookFailure

#: A failure that was so long ago says nothing of now, where nothing waits.
RECENT: Final = timedelta(hours=1)

_WHAT_TO_DO: Final = {
    WebhookFailure.NAME: "its name leads nowhere; look at DNS and at DOORSTEP_WEBHOOK_URL",
    WebhookFailure.CONNECTION: "nobody answers there; look at the web server in front and at the"
    " firewall",
    WebhookFailure.CERTIFICATE: "its certificate will not do; renew it, with the whole chain",
    WebhookFailure.NO_ANSWER: "no answer came; look at the web server in front, and at whether"
    " doorstep run is at work",
    WebhookFailure.REFUSED: "it was refused; does the web server in front pass on the header"
    " X-Telegram-Bot-Api-Secret-Token, and does another program use the same token?",
    WebhookFailure.NOT_FOUND: "the web server in front knows no such address; let it pass on the"
    " path of DOORSTEP_WEBHOOK_URL",
    WebhookFailure.NOBODY_BEHIND: "the web server in front reaches nobody; start doorstep run, and"
    " compare with DOORSTEP_WEBHOOK_LISTEN",
    WebhookFailure.LATER: "doorstep run asked it to come again: look at its log, the disk and the"
    " database",
    WebhookFailure.OTHER: "the answer was none of Doorstep's; look at the web server in front",
}


def how_updates_come(webhook_url: str | None, said: Delivery, now: datetime) -> str:
    """Say how they come, and how many wait; raises WrongError and UnwiseError."""
    if webhook_url is None:
        if said.url is not None:
            raise UnwiseError(
                "a webhook is set, though DOORSTEP_WEBHOOK_URL is not; doorstep run takes it away"
                " when it starts"
            )
        return f"asked for (long polling); {said.waiting} waiting"
    if said.url is None:
        raise UnwiseError("Telegram knows of no webhook yet; doorstep run sets it")
    if said.url != webhook_url:
        raise WrongError(
            "Telegram sends them to another address than DOORSTEP_WEBHOOK_URL; start doorstep run"
            " anew, and see that nothing else uses the token"
        )
    if not said.has_all_kinds:
        raise WrongError("Telegram does not send all that is needed; start doorstep run anew")
    _look_at_failure(said, now)
    return f"sent to DOORSTEP_WEBHOOK_URL (webhook); {said.waiting} waiting"


def _look_at_failure(said: Delivery, now: datetime) -> None:
    if said.failed_at is None or said.failure is None:
        return
    age = max(now - said.failed_at, timedelta())
    minutes = age // timedelta(minutes=1)
    words = f"Telegram could not hand one over {minutes} minutes ago: {_WHAT_TO_DO[said.failure]}"
    if said.waiting:
        raise WrongError(f"{said.waiting} waiting; {words}")
    if age < RECENT:
        raise UnwiseError(f"{words}; none is waiting now")
