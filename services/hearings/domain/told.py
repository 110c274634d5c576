"""What is told of a hearing: of one on a bill, so that the bill's own record hears of it."""

from services.hearings.domain.hearing import Ballots, Hearing
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.contracts.hearings_themed import (
    HearingOnThemeCalled,
    HearingOnThemeCancelled,
    HearingOnThemeHeld,
    RecommendationsOnThemeAdopted,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact
from shared.kernel.occasion import Occasion


def as_called(hearing: Hearing, occasion: Occasion, initiator: Role, provision: str) -> Fact:
    told = {
        "at": occasion.at,
        "hearing_id": hearing.id,
        "theme": hearing.theme,
        "initiator": initiator,
        "body_id": hearing.body_id,
        "starts_at": hearing.starts_at,
        "provision": provision,
    }
    return _on(hearing, HearingCalled, HearingOnThemeCalled, told)


def as_held(hearing: Hearing, occasion: Occasion, provision: str) -> Fact:
    told = {"at": occasion.at, "hearing_id": hearing.id, "provision": provision}
    return _on(hearing, HearingHeld, HearingOnThemeHeld, told)


def as_adopted(hearing: Hearing, occasion: Occasion, ballots: Ballots, provision: str) -> Fact:
    told = {
        "at": occasion.at,
        "hearing_id": hearing.id,
        "recommendations": hearing.recommendations,
        "votes_for": ballots.votes_for,
        "taking_part": ballots.taking_part,
        "provision": provision,
    }
    return _on(hearing, RecommendationsAdopted, RecommendationsOnThemeAdopted, told)


def as_cancelled(hearing: Hearing, occasion: Occasion, reason: Bilingual) -> Fact:
    told = {"at": occasion.at, "hearing_id": hearing.id, "reason": reason}
    return _on(hearing, HearingCancelled, HearingOnThemeCancelled, told)


def _on(
    hearing: Hearing, on_bill: type[Fact], on_theme: type[Fact], told: dict[str, object]
) -> Fact:
    if hearing.bill_id is None:
        return on_theme.model_validate(told)
    return on_bill.model_validate(told | {"bill_id": hearing.bill_id})
