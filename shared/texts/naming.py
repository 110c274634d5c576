"""What a structural element is called, from its address (Law 480-V, art. 23)."""

from collections.abc import Mapping, Sequence

from shared.kernel.text import Language, Text
from shared.texts.tree import ABBREVIATED, Level

NOTE, END = "note", "end"
"""Parts that are no norms of law: notes of editors, and what follows the last article."""

LEVELS: Mapping[str, str] = {short: level for level, short in ABBREVIATED.items()}

# As it is; of it; after what it is in; of it, after what it is in.
KAZAKH: Mapping[str, tuple[str, str, str, str]] = {
    Level.SECTION: ("бөлім", "бөлімнің", "бөлімі", "бөлімінің"),
    Level.CHAPTER: ("тарау", "тараудың", "тарауы", "тарауының"),
    Level.PARAGRAPH: ("параграф", "параграфтың", "параграфы", "параграфының"),
    Level.ARTICLE: ("бап", "баптың", "бабы", "бабының"),
    Level.POINT: ("тармақ", "тармақтың", "тармағы", "тармағының"),
    Level.SUB_POINT: ("тармақша", "тармақшаның", "тармақшасы", "тармақшасының"),
    Level.PART: ("бөлік", "бөліктің", "бөлігі", "бөлігінің"),
    Level.INDENT: ("абзац", "абзацтың", "абзацы", "абзацының"),
    NOTE: ("ескертпе", "ескертпенің", "ескертпесі", "ескертпесінің"),
    END: ("қорытынды сөз", "қорытынды сөздің", "қорытынды сөзі", "қорытынды сөзінің"),
}
RUSSIAN: Mapping[str, tuple[str, str]] = {
    Level.SECTION: ("раздел", "раздела"),
    Level.CHAPTER: ("глава", "главы"),
    Level.PARAGRAPH: ("параграф", "параграфа"),
    Level.ARTICLE: ("статья", "статьи"),
    Level.POINT: ("пункт", "пункта"),
    Level.SUB_POINT: ("подпункт", "подпункта"),
    Level.PART: ("часть", "части"),
    Level.INDENT: ("абзац", "абзаца"),
    NOTE: ("примечание", "примечания"),
    END: ("заключительные слова", "заключительных слов"),
}
OUTSIDE = {
    "title": Text(kk="тақырып", ru="заголовок", en="title"),
    "preamble": Text(kk="кіріспе, {number}-абзац", ru="преамбула, абзац {number}", en="preamble"),
}

type Step = tuple[str, str]


def named(address: str, language: Language) -> str:
    """The element in words: `подпункт 1) пункта 2 статьи 33-1` for `art_33-1__pt_2__sp_1`.

    Raises:
        KeyError: there are no such addresses.
    """
    sort, _, number = address.partition("_")
    if sort in OUTSIDE:
        return OUTSIDE[sort].filled(number=number).on(language)
    spoken = {Language.KK: _kazakh, Language.RU: _russian, Language.EN: _english}
    return spoken[language]([_step(key) for key in address.split("__")])


def _step(key: str) -> Step:
    short, _, number = key.partition("_")
    aside, _, count = number.partition("-")
    if aside in {NOTE, END}:
        return aside, count
    level = LEVELS[short]
    return level, f"{number})" if level == Level.SUB_POINT else number


def _kazakh(steps: Sequence[Step]) -> str:
    """From the outermost to the innermost, each of the one before it."""
    last = len(steps) - 1
    return " ".join(
        _joined(number, KAZAKH[level][2 * (index > 0) + (index < last)])
        for index, (level, number) in enumerate(steps)
    )


def _joined(number: str, word: str) -> str:
    return f"{number} {word}" if number.endswith(")") else f"{number}-{word}"


def _russian(steps: Sequence[Step]) -> str:
    """From the innermost to the outermost."""
    last = len(steps) - 1
    words = [f"{RUSSIAN[level][i < last]} {number}" for i, (level, number) in enumerate(steps)]
    return " ".join(reversed(words))


def _english(steps: Sequence[Step]) -> str:
    return ", ".join(f"{level.replace('_', '-')} {number}" for level, number in steps)
