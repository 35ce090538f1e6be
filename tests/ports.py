"""Ports of this machine, and addresses at them."""

import socket
from typing import Any

from bot.web_addresses import ListenAddress


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def webhook_here(port: int) -> dict[str, Any]:
    """Return the settings of a webhook that comes here without a web server in front."""
    return {
        "webhook_url": f"http://127.0.0.1:{port}/telegram",
        "webhook_listen": ListenAddress("127.0.0.1", port),
    }
