"""What can go wrong, as few kinds as the command line has exit codes for."""

from __future__ import annotations


class KgError(Exception):
    """Something kg could not do.

    Args:
        message: what failed and the value that was seen.
        hint: what is allowed, or what to do next.

    The command line prints ``message`` and ``hint`` and exits with ``exit_code``.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class UsageError(KgError):
    """The call is wrong: an unknown name, an option out of range."""

    exit_code = 2


class NothingUsableError(KgError):
    """No document at all could be built."""

    exit_code = 3


class OutputError(KgError):
    """The disk, a permission or the place of the output stands in the way."""

    exit_code = 5


class InvalidGraphError(KgError):
    """The graph breaks its own shapes or invariants; nothing was replaced."""

    exit_code = 6


class QueryError(KgError):
    """A query is malformed, refused, too costly or too slow."""


class ReadError(KgError):
    """One document cannot be read; the others go on.

    Args:
        code: ``E01`` … ``E09``; ``reason`` is the message without it.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(f"{code} {message}", hint)
        self.code = code
        self.reason = message
