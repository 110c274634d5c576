"""Putting a question on a bill to the Kurultai, beside that of its reading."""

from services.bills.domain.beyond import Asked, Subject
from services.bills.domain.bill import Bill
from services.bills.domain.decided import Vote
from shared.contracts.bills_beyond import QuestionAnswered, QuestionPut
from shared.contracts.words import Bilingual, Form, Item, Matter, Question
from shared.kernel.occasion import Occasion

TITLES = {
    Subject.SENDING_BACK: Bilingual(
        kk="Заң жобасын бас комитетке қайтару туралы: {title}",
        ru="О возвращении законопроекта в головной комитет: {title}",
    ),
    Subject.NO_CONFIDENCE: Bilingual(
        kk="Үкіметке сенімсіздік білдіру туралы (заң жобасына байланысты): {title}",
        ru="О вотуме недоверия Правительству (в связи с законопроектом): {title}",
    ),
    Subject.OVERRIDE: Bilingual(
        kk="Президенттің қарсылықтарына байланысты бұрынғы шешімді растау туралы: {title}",
        ru="О подтверждении ранее принятого решения по возражениям Президента: {title}",
    ),
    Subject.PRESIDENTS_WORDING: Bilingual(
        kk="Заңды Президент ұсынған редакцияда қабылдау туралы: {title}",
        ru="О принятии закона в редакции, предложенной Президентом: {title}",
    ),
}
LONGEST = 2000
ARTICLE = Bilingual(kk="{number}-бап", ru="Статья {number}")


def put(bill: Bill, asked: Asked, occasion: Occasion, *, articles: tuple[str, ...] = ()) -> None:
    """Ask the Kurultai; with articles it decides on each of them."""
    bill.ask(asked)
    question = Question(
        id=asked.question_id,
        matter=Matter.BILL_QUESTION,
        case_id=bill.id,
        decision=asked.decision,
        title=_filled(TITLES[asked.subject], title=bill.title),
        digests=bill.digests,
        form=Form.EACH if articles else Form.YES_NO,
        items=tuple(map(_item, articles)),
    )
    bill.record(QuestionPut(at=occasion.at, bill_id=bill.id, question=question))


def note_answer(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    """The Kurultai answered, and the bill stays where it is."""
    newest = bill.asked[-1]
    bill.record(
        QuestionAnswered(
            at=occasion.at,
            bill_id=bill.id,
            question_id=newest.question_id,
            vote_id=vote.vote_id,
        )
    )


def _item(article: str) -> Item:
    number = Bilingual(kk=article, ru=article)
    return Item(key=f"art_{article}", title=_filled(ARTICLE, number=number))


def _filled(words: Bilingual, **facts: Bilingual) -> Bilingual:
    return Bilingual(
        kk=words.kk.format(**{name: fact.kk for name, fact in facts.items()})[:LONGEST],
        ru=words.ru.format(**{name: fact.ru for name, fact in facts.items()})[:LONGEST],
    )
