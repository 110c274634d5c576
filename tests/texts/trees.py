"""Trees of every shape that a text can have, for properties."""

from hypothesis import strategies as st

from shared.kernel.text import Language
from shared.texts.tree import Act, Element, Level

LETTERS = {
    Language.RU: "абвгджзиклмнопрстуфхцчшэюя",
    Language.KK: "абвгджзиклмнопрстуышіәғқңөұүһ",
}
NUMBERS = st.integers(1, 40).flatmap(
    lambda n: st.sampled_from([str(n), f"{n}-1", f"{n}-2-1"]),
)


def words(language):
    """A few words; none of them a mark, a note or a signature."""
    word = st.text(LETTERS[language], min_size=3, max_size=7)
    return st.lists(word, min_size=1, max_size=4).map(" ".join)


@st.composite
def sentences(draw, language, *, ends=".", lower=False):
    text = draw(words(language)) + draw(st.sampled_from(["", ", 5 и 6", " (2)", " № 2-3"]))
    return (text if lower else text.capitalize()) + ends


@st.composite
def indents(draw, language, first):
    lasting = draw(st.integers(1, 3))
    texts = [draw(sentences(language, ends=";", lower=True)) for _ in range(lasting)]
    texts[-1] = texts[-1][:-1] + "."
    return [
        Element(level=Level.INDENT, number=str(first + n), text=text)
        for n, text in enumerate(texts)
    ]


@st.composite
def part(draw, language, number):
    if draw(st.booleans()):
        return Element(level=Level.PART, number=str(number), text=draw(sentences(language)))
    text = draw(sentences(language, ends=":"))
    below = tuple(draw(indents(language, 2)))
    return Element(level=Level.PART, number=str(number), text=text, children=below)


@st.composite
def sub_points(draw, language):
    found = []
    numbers = draw(st.lists(NUMBERS, min_size=1, max_size=4, unique=True))
    for number in sorted(numbers, key=lambda n: [int(one) for one in n.split("-")]):
        below = draw(st.sampled_from(["none", "indents"]))
        ends = ":" if below == "indents" else ";"
        text = draw(sentences(language, ends=ends, lower=True))
        children = tuple(draw(indents(language, 2))) if below == "indents" else ()
        found.append(
            Element(level=Level.SUB_POINT, number=number, text=text, children=children),
        )
    return found


@st.composite
def point(draw, language, number):
    listing = draw(st.booleans())
    text = draw(sentences(language, ends=":" if listing else "."))
    below = draw(sub_points(language)) if listing else []
    parts = [draw(part(language, 2 + n)) for n in range(draw(st.integers(0, 2)))]
    return Element(level=Level.POINT, number=number, text=text, children=(*below, *parts))


@st.composite
def article(draw, language, number):
    heading = draw(st.one_of(st.just(""), words(language).map(str.capitalize)))
    if draw(st.booleans()):
        numbers = draw(st.lists(NUMBERS, max_size=3, unique=True))
        children = [draw(point(language, one)) for one in numbers]
    else:
        children = [draw(part(language, 1 + n)) for n in range(draw(st.integers(1, 3)))]
    note = Element(level=Level.PART, number="note-1", text=NOTES[language])
    noted = draw(st.booleans())
    return Element(
        level=Level.ARTICLE,
        number=number,
        heading=heading,
        children=(*children, *([note] if noted else [])),
    )


NOTES = {
    Language.RU: "Сноска. В редакции Закона от 05.11.2022 № 157-VII (вводится с 01.01.2023).",
    Language.KK: "Ескерту. 05.11.2022 № 157-VII Заңының редакциясында (01.01.2023 бастап).",
}


def grouped(level, number, heading, children):
    return Element(level=level, number=number, heading=heading, children=tuple(children))


@st.composite
def acts(draw, language=None):
    """An act with all levels, or with fewer, in one language."""
    language = language or draw(st.sampled_from([Language.KK, Language.RU]))
    numbers = draw(st.lists(NUMBERS, min_size=1, max_size=5, unique=True))
    elements = [draw(article(language, number)) for number in numbers]
    for level in draw(
        st.sampled_from([[], [Level.CHAPTER], [Level.PARAGRAPH, Level.CHAPTER, Level.SECTION]]),
    ):
        half = draw(st.integers(0, len(elements)))
        heading = draw(words(language)).capitalize()
        groups = [elements[:half], elements[half:]]
        elements = [grouped(level, str(n), heading, g) for n, g in enumerate(groups, 1) if g]
    return Act(
        language=language,
        title=draw(st.one_of(st.just(""), words(language).map(str.capitalize))),
        preamble=tuple(draw(st.lists(sentences(language), max_size=2))),
        elements=tuple(elements),
    )
