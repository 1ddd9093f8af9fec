"""The few exceptions that reach a person; each message is one sentence: what happened, to which thing, what to do."""


class CardioNerError(Exception):
    """Something a person can act on; its message is shown as it stands."""


class UsageError(CardioNerError):
    """The request itself is wrong; the command line answers with exit code 2."""


class PackError(CardioNerError):
    """A model pack is missing, damaged, or too new."""


class PolicyError(CardioNerError):
    """What an administrator decided forbids this, or cannot be read, and then nothing goes on."""


class FormatError(CardioNerError):
    """A file does not hold what its name promises; the message names the file and the line."""


class ReadingError(CardioNerError):
    """A document cannot be turned into text."""
