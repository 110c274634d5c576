"""An element as it is cited in the papers of the parliament, in both languages."""

from shared.contracts.words import Bilingual
from shared.texts.tree import ABBREVIATED, Level

FORMS = {
    Level.SECTION: ("{}-бөлім", "раздел {}"),
    Level.CHAPTER: ("{}-тарау", "глава {}"),
    Level.PARAGRAPH: ("{}-параграф", "параграф {}"),
    Level.ARTICLE: ("{}-бап", "статья {}"),
    Level.POINT: ("{}-тармақ", "пункт {}"),
    Level.SUB_POINT: ("{}) тармақша", "подпункт {})"),
    Level.PART: ("{}-бөлік", "часть {}"),
    Level.INDENT: ("{}-абзац", "абзац {}"),
}
LEVELS = {short: level for level, short in ABBREVIATED.items()}


def cited(address: str) -> Bilingual:
    """`art_5__pt_2` as “5-бап, 2-тармақ” and “статья 5, пункт 2”."""
    kk, ru = zip(*(_one(key) for key in address.split("__")), strict=True)
    return Bilingual(kk=", ".join(kk), ru=", ".join(ru))


def _one(key: str) -> tuple[str, str]:
    short, _, number = key.partition("_")
    kk, ru = FORMS[LEVELS[short]]
    return kk.format(number), ru.format(number)
