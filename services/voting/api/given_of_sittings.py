"""What clients send about sittings. Shapes only: rules live in the domain."""

from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import SittingForm
from shared.contracts.words import Bilingual
from shared.store.ids import new_id
from shared.web.shapes import Given

MOST_BODIES = 20


class SittingGiven(Given):
    """A sitting to be called."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"starts_at": "2026-12-02T05:00:00Z"},
                {
                    "starts_at": "2026-12-03T05:00:00Z",
                    "body_ids": ["019ab3f0-5d2a-7c11-9c1e-2f4b7a60d002"],
                    "place": {"kk": "204-бөлме", "ru": "Кабинет 204"},
                },
            ]
        }
    )

    starts_at: AwareDatetime = Field(description="When the sitting is to begin.")
    body_ids: tuple[UUID, ...] = Field(
        default=(),
        max_length=MOST_BODIES,
        description="The committee that sits, or several in a joint sitting; none: the plenary.",
    )
    form: SittingForm = Field(
        default=SittingForm.IN_THE_HALL, description="remote: only where the rules allow it."
    )
    place: Bilingual | None = Field(default=None, description="Where.")

    def sitting(self) -> Sitting:
        bodies = tuple(dict.fromkeys(self.body_ids))
        return Sitting(new_id(), self.starts_at, bodies, self.form, self.place)


class PresidingGiven(Given):
    """Who presides from now on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"person_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d003"}]}
    )

    person_id: UUID
    ground: Bilingual | None = Field(default=None, description="Why not who did before.")


class ClosedDoorsGiven(Given):
    """Why the public is not admitted any more."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"ground": {"kk": "Мемлекеттік құпия", "ru": "Государственная тайна"}}]
        }
    )

    ground: Bilingual


class ClosingGiven(Given):
    """Why the sitting ends before its agenda does."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"early": {"kk": "Кворум жоғалды", "ru": "Утрачен кворум"}}]
        }
    )

    early: Bilingual | None = None
