"""What is done with a petition."""

from datetime import date

from services.hearings.domain.petition import Petition, PetitionAct
from services.hearings.domain.petitions_procedure import PETITIONS, TERM, THRESHOLD
from shared.contracts.petitions import (
    PetitionAnswered,
    PetitionOverdue,
    PetitionRecorded,
    PetitionReferred,
    PetitionSupported,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def record(petition: Petition, occasion: Occasion) -> None:
    """Enter it. Raises NotNow: the rules take no petitions; NotEntitled."""
    PETITIONS.take(petition, PetitionAct.RECORD, occasion)
    petition.recorded_at = occasion.at
    petition.record(
        PetitionRecorded(
            at=occasion.at,
            petition_id=petition.id,
            source=petition.source,
            number=petition.number,
            subject=petition.subject,
            signatures=petition.signatures,
        )
    )


def support(petition: Petition, occasion: Occasion) -> None:
    """Note that it has more signatures. Raises NotNow: it has not, or it is referred."""
    PETITIONS.take(petition, PetitionAct.SUPPORT, occasion)
    petition.signatures = petition.told
    petition.record(
        PetitionSupported(at=occasion.at, petition_id=petition.id, signatures=petition.signatures)
    )


def refer(petition: Petition, occasion: Occasion) -> None:
    """Open the question to the committee `named`. Raises NotNow: too few signed it."""
    PETITIONS.take(petition, PetitionAct.REFER, occasion)
    petition.committee_id, petition.referred_at = petition.named, occasion.at
    petition.threshold = occasion.rules.number(THRESHOLD)
    petition.last_day = _last_day(occasion)
    told = {"committee_id": petition.committee_id, "subject": petition.subject}
    about = {"at": occasion.at, "petition_id": petition.id, "last_day": petition.last_day}
    petition.record(PetitionReferred.model_validate(about | told))


def pass_term(petition: Petition, occasion: Occasion) -> None:
    """Nobody answered it in time. Raises NotNow."""
    PETITIONS.take(petition, PetitionAct.PASS_TERM, occasion)
    told = {"committee_id": petition.committee_id, "last_day": petition.last_day}
    about = {"at": occasion.at, "petition_id": petition.id}
    petition.record(PetitionOverdue.model_validate(about | told))


def answer(petition: Petition, words: Bilingual, occasion: Occasion) -> None:
    """Answer it. Raises NotNow: another committee was asked, or it is answered."""
    PETITIONS.take(petition, PetitionAct.ANSWER, occasion)
    petition.answer, petition.answered_at = words, occasion.at
    about = {"at": occasion.at, "petition_id": petition.id}
    petition.record(
        PetitionAnswered.model_validate(about | {"committee_id": petition.committee_id})
    )


def _last_day(occasion: Occasion) -> date | None:
    """None where the rules set no term, or one that needs a calendar of working days."""
    term = occasion.rules.terms.get(TERM)
    if term is None or term.amount is None or term.needs_calendar:
        return None
    return term.last_day(occasion.day)
