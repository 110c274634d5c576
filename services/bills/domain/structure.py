"""The structure of a bill's texts: both are read before they are laid down."""

from dataclasses import dataclass
from functools import lru_cache

from services.bills.domain.texts import Texts
from shared.kernel.text import Language
from shared.texts.aligning import Alignment, aligned
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act


@dataclass(frozen=True, slots=True)
class Acts:
    """Both language texts as trees."""

    kk: Act
    ru: Act

    @property
    def alignment(self) -> Alignment:
        return aligned(self.kk, self.ru)


@lru_cache(maxsize=8)
def acts_in(texts: Texts) -> Acts:
    """The structure of both texts; the trees cannot be changed, so the last few are kept.

    Raises:
        TextRefused: it names the language, the element and the line (Law 480-V, art. 23, 24).
    """
    return Acts(_read(texts.kk, Language.KK), _read(texts.ru, Language.RU))


def _read(text: str, language: Language) -> Act:
    try:
        return read_act(text, language)
    except TextRefused as refusal:
        raise refusal.of(language) from refusal


def have_the_same_elements(texts: Texts) -> bool:
    """Whether no element is missing in one of the languages. Raises TextRefused."""
    return not acts_in(texts).alignment.missing
