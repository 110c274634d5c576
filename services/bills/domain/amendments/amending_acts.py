"""What is done with all amendments to a bill, and the facts that tell of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from services.bills.domain.amendments.amending import Amending, Put
from services.bills.domain.amendments.amending_procedure import AMENDING
from services.bills.domain.amendments.stages import AmendingAct, AmendingStage, Mode
from services.bills.domain.bill import Bill
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from shared.contracts.amendments import (
    AmendingClosed,
    AmendingMoved,
    AmendingOpened,
    AmendingReopened,
    AmendingSettled,
    AmendmentsPut,
    AmendmentsQuestionPut,
    AmendmentsVoted,
    BillTextAmended,
    ReadingDaySet,
)
from shared.contracts.words import Question
from shared.kernel.occasion import Occasion


def open_(amending: Amending, occasion: Occasion) -> None:
    """Amendments are taken since the Kurultai approved the concept."""
    AMENDING.take(amending, AmendingAct.OPEN, occasion)
    about = _about(amending, occasion)
    amending.record(AmendingOpened(**about, text_version=amending.text_version))


def follow(amending: Amending, newest: int, occasion: Occasion) -> None:
    """Texts that were laid down beside the amendments are the ones amended from now on."""
    taking = amending.stage in {AmendingStage.OPEN, AmendingStage.CLOSED}
    if taking and newest not in {amending.text_version, amending.laid_down}:
        amending.text_version, amending.laid_down = newest, None
        about = _about(amending, occasion)
        amending.record(AmendingMoved(**about, text_version=newest))


def set_reading_day(amending: Amending, day: date, occasion: Occasion) -> None:
    """The day of the reading is set: the deadline counts back from it."""
    AMENDING.take(amending, AmendingAct.SET_READING_DAY, occasion)
    amending.reading_on = day
    amending.record(ReadingDaySet(**_about(amending, occasion), day=day))


def close(amending: Amending, occasion: Occasion) -> None:
    """The committee has decided on each. Raises NotNow if it has not."""
    AMENDING.take(amending, AmendingAct.CLOSE, occasion)
    about = _about(amending, occasion)
    amending.record(AmendingClosed(**about, text_version=amending.text_version))


def reopen(amending: Amending, occasion: Occasion) -> None:
    """The committee thinks again."""
    AMENDING.take(amending, AmendingAct.REOPEN, occasion)
    amending.record(AmendingReopened(**_about(amending, occasion)))


def put_to_vote(
    amending: Amending, mode: Mode, questions: Sequence[Question], occasion: Occasion
) -> None:
    """The presiding officer chooses the mode; what is voted on by itself is asked first.

    Raises:
        NotNow: the table is not closed, the bill does not await that reading, the mode is unknown.
        NotEntitled: only the Chair and the deputy chairs put something to the vote.
    """
    AMENDING.take(amending, AmendingAct.PUT_TO_VOTE, occasion)
    amending.mode = mode
    amending.put = tuple(
        Put(question_id=question.id, items=tuple(item.key for item in question.items))
        for question in questions
    )
    about = _about(amending, occasion)
    amending.record(AmendmentsPut(**about, mode=mode.value))
    for question in questions:
        amending.record(AmendmentsQuestionPut(**about, question=question))


def note_result(
    amending: Amending, question_id: UUID, vote_id: UUID, adopted: set[str], occasion: Occasion
) -> bool:
    """What the plenary said: `adopted` are the keys of the items that it voted for.

    False if it was not asked that question, or not any more.
    """
    asked = next((p for p in amending.put if p.question_id == question_id), None)
    if asked is None or asked.vote_id is not None:
        return False
    AMENDING.take(amending, AmendingAct.NOTE_RESULT, occasion)
    chosen = tuple(key for key in asked.items if key in adopted)
    answered = asked.model_copy(update={"vote_id": vote_id, "adopted": chosen})
    amending.put = tuple(answered if put is asked else put for put in amending.put)
    about = _about(amending, occasion)
    amending.record(AmendmentsVoted(**about, question_id=question_id, vote_id=vote_id))
    return True


def settle(amending: Amending, text_version: int, occasion: Occasion) -> None:
    """The text that the reading decides on stands. Raises NotNow before all votes are over."""
    AMENDING.take(amending, AmendingAct.SETTLE, occasion)
    about = _about(amending, occasion)
    amending.record(AmendingSettled(**about, text_version=text_version))


def amend_text(bill: Bill, texts: Texts, numbers: Sequence[int], occasion: Occasion) -> None:
    """Lay down the texts that these amendments make of the bill's. Raises NotNow."""
    PROCEDURE.take(bill, Act.AMEND_TEXT, occasion)
    bill.lay_down(texts)
    bill.record(
        BillTextAmended(
            at=occasion.at,
            bill_id=bill.id,
            text_version=bill.text_version,
            digests=bill.digests,
            amendments=tuple(numbers),
        )
    )


def _about(amending: Amending, occasion: Occasion) -> dict[str, Any]:
    return {
        "at": occasion.at,
        "amending_id": amending.id,
        "bill_id": amending.bill_id,
        "reading": amending.reading,
    }
