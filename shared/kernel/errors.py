"""What can go wrong, in words a deputy or a clerk can act on.

DomainError
├── NotFound       there is no such thing
├── NotEntitled    someone else may do this, you may not
├── NotNow         you may do this, but not at this stage or moment
├── Stale          you acted on an older state than the one that stands
└── Invalid        what you sent cannot be true
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from shared.kernel.text import Text, joined


@dataclass(frozen=True, slots=True)
class Unmet:
    """One thing that is not as it must be, and the provision that asks for it."""

    sentence: Text
    provision: str


class DomainError(Exception):
    """A refusal with a reason; nothing has changed.

    `code` is stable and for machines, the message is for people, and `provision`
    names the rule that refuses, so that it can be looked up and disputed. `details` are
    for machines too, where there is more to say.
    """

    code: ClassVar[str] = "domain-error"
    details: Mapping[str, object] = MappingProxyType({})

    def __init__(
        self, message: Text, *, provision: str | None = None, unmet: tuple[Unmet, ...] = ()
    ) -> None:
        super().__init__(message.en)
        self.message = message
        self.provision = provision
        self.unmet = unmet


class NotFound(DomainError):
    code = "not-found"


class NotEntitled(DomainError):
    code = "not-entitled"


class NotNow(DomainError):
    code = "not-now"


class Stale(DomainError):
    code = "stale"


class Invalid(DomainError):
    code = "invalid"


NOT_UNTIL = Text(
    kk="Мына шарт орындалғанға дейін болмайды: {conditions}.",
    ru="Нельзя, пока не выполнено условие: {conditions}.",
    en="Not until {conditions}.",
)


def not_until(*unmet: Unmet) -> NotNow:
    """The refusal of an act whose conditions are not met; every unmet one is named."""
    return NotNow(
        NOT_UNTIL.filled(conditions=joined([u.sentence for u in unmet])),
        provision="; ".join(u.provision for u in unmet),
        unmet=unmet,
    )
