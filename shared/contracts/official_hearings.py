"""What the hearings service tells of officials whom the Kurultai hears every year."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.event import Fact


class OfficialHeard(Fact):
    """The Kurultai heard what is due every year, on that day."""

    type: ClassVar[str] = "hearings.official_heard.v1"
    about: ClassVar[str] = "official_hearing"

    official_hearing_id: UUID
    kind: str
    on: date
    name: Bilingual
    provision: str


class OfficialHearingStruck(Fact):
    """It was entered by mistake, and counts no longer."""

    type: ClassVar[str] = "hearings.official_hearing_struck.v1"
    about: ClassVar[str] = "official_hearing"

    official_hearing_id: UUID
    reason: Bilingual


TELLS = (OfficialHeard, OfficialHearingStruck)
