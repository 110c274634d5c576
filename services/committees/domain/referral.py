"""A referral: a bill before its lead committee, which concludes on it for a reading."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.committees.domain.stages import ReferralStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class Conclusion(BaseModel):
    """What the committee concluded for one reading."""

    model_config = ConfigDict(frozen=True)

    reading: int
    favourable: bool
    summary: Bilingual
    at: datetime


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a referral depends on: the bill, its committee, and whether it was referred before."""

    bill_open: bool = False
    committee_chaired: bool = False
    referred_before: bool = False


NO_PROSPECT = Prospect()


@dataclass(eq=False)
class Referral(Aggregate):
    """`reading` is the one for which the committee concludes next, or concluded last.

    Attributes that are not kept: its `prospect` before it is made, the reading that the Kurultai
    just `passed`, and whether the bill was `withdrawn`.
    """

    id: UUID
    bill_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    reading: int = 1
    conclusions: tuple[Conclusion, ...] = ()
    stage: ReferralStage = ReferralStage.NEW
    version: int = 0
    prospect: Prospect = NO_PROSPECT
    passed: int | None = None
    withdrawn: bool = False
