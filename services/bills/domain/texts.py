"""The texts of a bill: Kazakh and Russian, one unit, and what proves that they are unchanged."""

import hashlib
from dataclasses import dataclass

from shared.contracts.words import Digests


@dataclass(frozen=True, slots=True)
class Texts:
    """Both language texts as they were laid down. A draft may still lack one of them."""

    kk: str
    ru: str

    @property
    def in_both_languages(self) -> bool:
        return bool(self.kk.strip() and self.ru.strip())

    @property
    def digests(self) -> Digests:
        return Digests(kk=digest_of(self.kk), ru=digest_of(self.ru))


def digest_of(text: str) -> str:
    """The SHA-256 of exactly the stored text in UTF-8: nothing is trimmed or normalised before."""
    return hashlib.sha256(text.encode()).hexdigest()
