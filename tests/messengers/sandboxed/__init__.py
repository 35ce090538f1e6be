"""Every library over the sandbox's HTTP."""
