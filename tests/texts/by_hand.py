"""Acts for tests, built by hand and by chance."""

from hypothesis import strategies as st

from shared.kernel.text import Language
from shared.texts.tree import Act, Element, Level

WORDS = [
    "заң",
    "құқық",
    "орган",
    "талап",
    "мерзім",
    "тәртіп",
    "негіз",
    "ұсыныс",
    "қаулы",
    "шешім",
    "комитет",
    "депутат",
    "есеп",
]


def article(number, text="", *children, heading=""):
    return Element(
        level=Level.ARTICLE, number=str(number), heading=heading, text=text, children=children
    )


def point(number, text="", *children):
    return Element(level=Level.POINT, number=str(number), text=text, children=children)


def sub_point(number, text):
    return Element(level=Level.SUB_POINT, number=str(number), text=text)


def part(number, text, *children):
    return Element(level=Level.PART, number=str(number), text=text, children=children)


def chapter(number, heading, *articles):
    return Element(level=Level.CHAPTER, number=str(number), heading=heading, children=articles)


def act(*elements, title="О правовых актах", preamble=(), language=Language.RU):
    return Act(language=language, title=title, preamble=tuple(preamble), elements=elements)


some_words = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
odd_words = st.text(st.sampled_from("ә бв.,;\n\t—х"), max_size=12)
some_text = some_words | odd_words
numbers = st.lists(st.sampled_from(["1", "2", "3", "4", "5", "5-1", "6"]), unique=True, max_size=4)


def _counted(level, texts, first, children=()):
    """Counted as lawyers cite them, or not; the last is a note."""
    numbers = [*map(str, range(first, first + len(texts) - 1)), "note-1"]
    return tuple(
        Element(level=level, number=number, text=text, children=children)
        for number, text in zip(numbers, texts, strict=False)
    )


@st.composite
def some_points(draw):
    return tuple(
        point(number, draw(some_text), *draw(some_sub_points())) for number in draw(numbers)
    )


@st.composite
def some_sub_points(draw):
    numbered = [sub_point(number, draw(some_text)) for number in draw(numbers)]
    texts = draw(st.lists(some_text, max_size=3))
    first = draw(st.sampled_from([1, 2, 5]))
    return draw(st.sampled_from([tuple(numbered), _counted(Level.PART, texts, first)]))


@st.composite
def some_articles(draw, among):
    texts = [(number, draw(some_text), draw(some_text)) for number in among]
    return tuple(
        article(number, text, *draw(some_points()), heading=heading)
        for number, text, heading in texts
    )


@st.composite
def some_act(draw):
    """Articles of numbers that run through, in chapters or in none; nothing twice."""
    among = draw(st.permutations(["1", "2", "3", "3-1", "4", "7"]))[: draw(st.integers(0, 5))]
    cut = draw(st.integers(0, len(among)))
    first, second = (draw(some_articles(some)) for some in (among[:cut], among[cut:]))
    headings = draw(some_text), draw(some_text)
    shape = draw(st.sampled_from(["flat", "one chapter", "two chapters"]))
    elements = {
        "flat": (*first, *second),
        "one chapter": (chapter(1, headings[0], *first), *second),
        "two chapters": (chapter(1, headings[0], *first), chapter(2, headings[1], *second)),
    }[shape]
    preamble = draw(st.lists(some_text, max_size=3))
    return act(*elements, title=draw(some_text), preamble=preamble)
