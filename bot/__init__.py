"""The running service: messengers, inbox, outbox, scheduler, sandbox and command line."""
