"""What the doctor finds: things to be mended, and things that are unwise."""


class WrongError(Exception):
    """Something is to be mended; the message says how."""


class UnwiseError(Exception):
    """Nothing is wrong yet, but something will be; the message says what to do."""
