"""What of an amendment cannot be true."""

from shared.kernel.errors import Invalid
from shared.kernel.text import Text


class NotACoAuthor(Invalid):
    """Co-authors are deputies, each named once, and not the author again."""

    code = "not-a-co-author"


NOT_A_DEPUTY = Text(
    kk="Тең авторлар — авторға қосылған, әрқайсысы бір рет аталған депутаттар: {person} олай емес.",
    ru="Соавторы — депутаты помимо автора, каждый назван один раз: {person} не таков.",
    en="Co-authors are deputies beside the author, each named once: {person} is not one.",
)


class WordingNeeded(Invalid):
    """The committee accepts in another wording only with that wording, and never without."""

    code = "wording-needed"


WORDING_ASKED = Text(
    kk="Басқа редакцияда қабылдау үшін, және тек сонда ғана, сол редакция беріледі.",
    ru="Редакция даётся тогда и только тогда, когда поправка принимается в другой редакции.",
    en="A wording is given if, and only if, the amendment is accepted in another wording.",
)
