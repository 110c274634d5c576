"""The President's objections, and what becomes of them (Constitution 2026, art. 56(2))."""

from dataclasses import dataclass
from uuid import UUID

from services.bills.domain.acts.questions import note_answer, put
from services.bills.domain.acts.readings import send_by
from services.bills.domain.beyond import Asked, Objections, Subject
from services.bills.domain.bill import Bill
from services.bills.domain.conditions_after_adoption import repeat_vote_in_time
from services.bills.domain.decided import Vote
from services.bills.domain.decisions import adoption_of, override_of
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from services.bills.domain.structure import have_the_same_elements
from services.bills.domain.texts import Texts
from shared.contracts.bills_beyond import (
    LawNotAdopted,
    LawReturned,
    ObjectionsOverridden,
    ObjectionsStand,
    PresidentsWordingAdopted,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome


@dataclass(frozen=True, slots=True)
class Returning:
    """What the President sends back: why, which articles (none: the whole), in which wording."""

    words: Bilingual
    articles: tuple[str, ...] = ()
    wording: Texts | None = None


def return_law(bill: Bill, returning: Returning, occasion: Occasion) -> None:
    """The President returns the law, or these articles of it; the repeat vote is due in a month.

    Raises:
        NotNow: the law is not with the President.
        TextRefused: the texts in the President's wording cannot be read.
    """
    same = have_the_same_elements(returning.wording) if returning.wording else True
    PROCEDURE.take(bill, Act.RETURN_BY_PRESIDENT, occasion)
    bill.objections = Objections(
        words=returning.words,
        articles=returning.articles,
        sent_at=occasion.at,
        due=occasion.rules.term("revote_term").last_day(occasion.day),
        wording=returning.wording.digests if returning.wording else None,
        same_elements=same,
    )
    bill.remark(Act.RETURN_BY_PRESIDENT, occasion.at, returning.words)
    bill.record(
        LawReturned(
            at=occasion.at,
            bill_id=bill.id,
            articles=returning.articles,
            objections=returning.words,
            due=bill.objections.due,
        )
    )


def open_repeat_vote(bill: Bill, question_id: UUID, occasion: Occasion) -> None:
    """Ask the Kurultai to confirm its decision. Raises NotNow once the month has passed."""
    PROCEDURE.take(bill, Act.OPEN_REPEAT_VOTE, occasion)
    by_articles = occasion.rules.flag("president.repeat_vote_by_articles")
    articles = bill.objections.articles if bill.objections and by_articles else ()
    asked = Asked(
        question_id=question_id,
        subject=Subject.OVERRIDE,
        decision=override_of(bill),
        asked_at=occasion.at,
    )
    put(bill, asked, occasion, articles=articles)


def answer_repeat_vote(bill: Bill, vote: Vote, occasion: Occasion) -> Act:
    """Confirmed as a whole, the law goes to be signed; else the objections stand."""
    if not repeat_vote_in_time.holds(bill, occasion):
        accept(bill, Occasion(Actor.body(Role.CLOCK), occasion.at, occasion.rules))
        return Act.ACCEPT_OBJECTIONS
    if vote.outcome is Outcome.ADOPTED:
        _override(bill, vote, occasion)
        return Act.OVERRIDE
    PROCEDURE.take(bill, Act.FAIL_TO_OVERRIDE, occasion)
    failed = (one.key for one in vote.results if one.outcome is not Outcome.ADOPTED)
    _let_stand(bill, tuple(key.removeprefix("art_") for key in failed), vote.vote_id, occasion)
    return Act.FAIL_TO_OVERRIDE


def accept(bill: Bill, occasion: Occasion) -> None:
    """The month has passed: the objections are accepted. Raises NotNow before."""
    PROCEDURE.take(bill, Act.ACCEPT_OBJECTIONS, occasion)
    articles = bill.objections.articles if bill.objections else ()
    _let_stand(bill, articles, None, occasion)


def ask_for_wording(bill: Bill, question_id: UUID, occasion: Occasion) -> None:
    """Ask the Kurultai whether the law is adopted in the President's wording."""
    PROCEDURE.take(bill, Act.ASK_FOR_PRESIDENTS_WORDING, occasion)
    asked = Asked(
        question_id=question_id,
        subject=Subject.PRESIDENTS_WORDING,
        decision=adoption_of(bill),
        asked_at=occasion.at,
    )
    put(bill, asked, occasion)


def answer_wording(bill: Bill, vote: Vote, occasion: Occasion) -> Act | None:
    """Between adoption and rejection nothing is decided, and the Kurultai may be asked again."""
    if vote.outcome is Outcome.ADOPTED:
        adopt_wording(bill, occasion, vote.vote_id)
        return Act.ADOPT_IN_PRESIDENTS_WORDING
    if vote.outcome is Outcome.REJECTED:
        note_not_adopted(bill, occasion, vote.vote_id)
        return Act.NOTE_NOT_ADOPTED
    note_answer(bill, vote, occasion)
    return None


def adopt_wording(bill: Bill, occasion: Occasion, vote_id: UUID | None = None) -> None:
    """The President's wording is the law's text now, and is countersigned anew."""
    PROCEDURE.take(bill, Act.ADOPT_IN_PRESIDENTS_WORDING, occasion)
    if bill.objections is None or bill.objections.wording is None:
        message = "the wording is there, or the act was refused"
        raise ValueError(message)
    bill.text_version += 1
    bill.digests = bill.objections.wording
    bill.same_elements = bill.objections.same_elements
    bill.countersigned_by = frozenset()
    bill.adopted_at, bill.send_by = occasion.at, send_by(bill, occasion)
    bill.record(
        PresidentsWordingAdopted(
            at=occasion.at,
            bill_id=bill.id,
            digests=bill.digests,
            send_by=bill.send_by,
            vote_id=vote_id,
        )
    )


def note_not_adopted(bill: Bill, occasion: Occasion, vote_id: UUID | None = None) -> None:
    """After the objections the law is deemed not adopted."""
    PROCEDURE.take(bill, Act.NOTE_NOT_ADOPTED, occasion)
    bill.record(LawNotAdopted(at=occasion.at, bill_id=bill.id, vote_id=vote_id))


def _override(bill: Bill, vote: Vote, occasion: Occasion) -> None:
    PROCEDURE.take(bill, Act.OVERRIDE, occasion)
    bill.signature_due = occasion.rules.term("sign_after_override").last_day(occasion.day)
    bill.record(
        ObjectionsOverridden(
            at=occasion.at,
            bill_id=bill.id,
            vote_id=vote.vote_id,
            signature_due=bill.signature_due,
        )
    )


def _let_stand(
    bill: Bill, articles: tuple[str, ...], vote_id: UUID | None, occasion: Occasion
) -> None:
    if bill.objections:
        bill.objections = bill.objections.model_copy(update={"standing": articles})
    bill.record(
        ObjectionsStand(at=occasion.at, bill_id=bill.id, articles=articles, vote_id=vote_id)
    )
