"""What clients send about acts in force, relations and reasons."""

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from services.bills.api.given import A_REASON, A_TEXT, A_TITLE, CorrectedTextsGiven
from services.bills.domain.in_force import ActInForce, Edition
from services.bills.domain.in_force.acts import new_act
from services.bills.domain.relating import Relation
from shared.contracts.acts import RelationKind
from shared.contracts.words import Bilingual
from shared.store.ids import new_id
from shared.web.shapes import Given

A_SOURCE: JsonDict = {"kk": "Эталондық бақылау банкі", "ru": "Эталонный контрольный банк"}
AN_EDITION: JsonDict = {"texts": A_TEXT, "stands_from": "2026-01-09", "source": A_SOURCE}
A_NUMBER = Field(min_length=1, max_length=40, pattern=r"^[\w/ .-]+$", description="As `480-V`.")


class EditionGiven(Given):
    """The texts of an act as they stand from a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [AN_EDITION]})

    texts: CorrectedTextsGiven = Field(description="Both languages, whole.")
    stands_from: date = Field(description="The day from which the act stands so.")
    source: Bilingual = Field(description="Where the texts were taken from.")

    def edition(self) -> Edition:
        return Edition(self.texts.texts(), self.stands_from, self.source)


class ActGiven(EditionGiven):
    """An act in force with the edition that stands now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                AN_EDITION | {"number": "480-V", "title": A_TITLE, "adopted_on": "2016-04-06"}
            ]
        }
    )

    number: str = A_NUMBER
    title: Bilingual = Field(description="What the act is called.")
    adopted_on: date = Field(description="The day of its adoption.")

    def act(self) -> ActInForce:
        return new_act(new_id(), self.number, self.title, self.adopted_on, self.edition())


class ActNumberGiven(Given):
    """The number of a law that was published here."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"number": "256-VIII"}]})

    number: str = A_NUMBER


class RelationGiven(Given):
    """What a bill has to do with an act in force (`amends_act`), or with another bill."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "amends_act", "to_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001"}]
        }
    )

    kind: RelationKind = Field(description="What it is to the other.")
    to_id: UUID = Field(description="The act, for `amends_act`; the other bill, for the others.")

    def relation(self) -> Relation:
        return Relation(self.kind, self.to_id)


class ChangeReasonGiven(Given):
    """Why an element is to be changed, in both languages."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": A_REASON}]})

    reason: Bilingual = Field(description="The words of the last column of the table.")
