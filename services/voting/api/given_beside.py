"""What clients send beside a ballot, or from paper. Shapes only: rules live in the domain."""

from uuid import UUID

from pydantic import ConfigDict, Field

from services.voting.api.given import ChoiceGiven
from services.voting.domain.stages import DeclarationKind
from shared.contracts.words import Bilingual, Line
from shared.web.shapes import Given


class DeclarationGiven(Given):
    """A deputy's own words on a vote."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"kind": "statement", "words": "Мен «қарсы» дауыс бергім келген еді."},
                {"kind": "device_fault", "words": "Планшет не отвечает."},
            ]
        }
    )

    kind: DeclarationKind = Field(description="What is declared.")
    words: Line = Field(description="In the language in which the deputy speaks.")


class PaperBallotGiven(Given):
    """A ballot that a deputy gave in on paper."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "person_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001",
                    "choice": "against",
                    "reason": {"kk": "Құрылғы істен шықты", "ru": "Отказ устройства"},
                }
            ]
        }
    )

    person_id: UUID = Field(description="Whose ballot it is.")
    choice: ChoiceGiven = Field(description="What the paper says.")
    reason: Bilingual = Field(description="Why it was not cast electronically.")
