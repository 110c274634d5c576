"""What is wrong with a text, in words that name the place."""

from typing import Self

from shared.kernel.errors import Invalid
from shared.kernel.text import Language, Text, joined


class TextRefused(Invalid):
    """A text that cannot be read as an act; nothing of it was taken.

    Attributes:
        element: the element as cited on paper, or its address; empty if it is the whole text.
        line: in the text as it was given, from 1; 0 if it is the whole text.
    """

    code = "text-refused"

    def __init__(self, message: Text, *, element: str = "", line: int = 0) -> None:
        super().__init__(_placed(message, element, line))
        self.element = element
        self.line = line
        self.details = {"element": element, "line": line}

    def of(self, language: Language) -> Self:
        """The same refusal, of the text in this language."""
        self.details = {**self.details, "language": language.value}
        return self


def _placed(message: Text, element: str, line: int) -> Text:
    places = [ELEMENT.filled(element=element)] if element else []
    places += [LINE.filled(line=line)] if line else []
    return PLACED.filled(place=joined(places, ", "), message=message) if places else message


PLACED = Text(kk="{place}: {message}", ru="{place}: {message}", en="{place}: {message}")
ELEMENT = Text(kk="{element}", ru="{element}", en="{element}")
LINE = Text(kk="{line}-жол", ru="строка {line}", en="line {line}")

TOO_LONG = Text(
    kk="мәтінде {size} таңба бар, рұқсат етілгені — {limit}.",
    ru="в тексте {size} знаков, допускается {limit}.",
    en="the text has {size} characters, {limit} are allowed.",
)
CONTROL = Text(
    kk="мәтінде рұқсат етілмеген көрінбейтін таңба бар ({name}).",
    ru="в тексте недопустимый невидимый знак ({name}).",
    en="the text has an invisible character that is not allowed ({name}).",
)
MIXED = Text(
    kk="«{word}» сөзінде {letter} әрпі бөтен әліпбиден ({name}).",
    ru="в слове «{word}» буква {letter} из чужого алфавита ({name}).",
    en="in the word “{word}” the letter {letter} is of a foreign alphabet ({name}).",
)
TWICE = Text(
    kk="мұндай нөмір бұрын кездескен, {before}-жолда.",
    ru="такой номер уже был, строка {before}.",
    en="this number was there before, line {before}.",
)
OUT_OF_ORDER = Text(
    kk="бұл элемент мұнда тұра алмайды: ол {above} ішінде.",
    ru="этот элемент здесь стоять не может: он внутри «{above}».",
    en="this element cannot stand here: it is inside “{above}”.",
)
NO_ARTICLE = Text(
    kk="бұл элемент бірде-бір баптың ішінде емес.",
    ru="этот элемент не находится ни в одной статье.",
    en="this element is inside no article.",
)
NO_CHAPTER = Text(
    kk="параграф тек тарау ішінде болады.",
    ru="параграф бывает только внутри главы.",
    en="a paragraph is only inside a chapter.",
)
