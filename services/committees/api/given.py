"""What clients send. Every shape has an example that works."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.committees.actions.take_office import Entry
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.web.shapes import Given

LONGEST_NAME, LONGEST_GROUND = 300, 2000
MOST = 2**31 - 1
AN_ID = "0194f0c8-0000-7000-8000-000000000001"
ANOTHER_ID = "0194f0c8-0000-7000-8000-000000000002"

Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Number = Annotated[int, Field(ge=1, le=MOST)]
Ground = Annotated[str, Field(min_length=1, max_length=LONGEST_GROUND)]


class NameGiven(Given):
    """What someone or something is called, in Kazakh and in Russian."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kk": "№ 7 депутат", "ru": "Депутат № 7"}]}
    )

    kk: Name = Field(description="In Kazakh.")
    ru: Name = Field(description="In Russian.")

    def bilingual(self) -> Bilingual:
        return Bilingual(kk=self.kk, ru=self.ru)


class ConvocationGiven(Given):
    """A convocation to be opened. Its seats are those of the rules in force."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"number": 1}]})

    number: Number = Field(description="Its number among the convocations.")


class FactionGiven(Given):
    """A faction to be entered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "convocation_id": AN_ID,
                    "name": {"kk": "№ 5 фракция", "ru": "Фракция № 5"},
                    "opposition": True,
                }
            ]
        }
    )

    convocation_id: UUID = Field(description="The convocation in which it is formed.")
    name: NameGiven = Field(description="What it is called.")
    opposition: bool = Field(description="Whether it declares itself of the opposition.")
    since: AwareDatetime | None = Field(
        default=None, description="Earlier than now only while the convocation forms."
    )


class SideGiven(Given):
    """The side that a faction declares."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"opposition": True}]})

    opposition: bool = Field(description="Whether it is of the opposition from now on.")


class EndingGiven(Given):
    """On what ground it ends; it goes on the public record."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"ground": "Constitution 2026, art. 55(4)"}]}
    )

    ground: Ground = Field(description="The decision or document that ends it.")


class OfficeGiven(Given):
    """An office that a person takes now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"person_id": AN_ID, "role": "clerk", "ground": "Order of the Chair No. 1"},
                {
                    "person_id": AN_ID,
                    "role": "committee_secretary",
                    "body_id": ANOTHER_ID,
                    "ground": "Resolution of the committee No. 1",
                },
            ]
        }
    )

    person_id: UUID = Field(description="The person, as identity knows them.")
    role: Literal[
        Role.REGISTRAR,
        Role.CLERK,
        Role.CHAIR,
        Role.DEPUTY_CHAIR,
        Role.COMMITTEE_CHAIR,
        Role.COMMITTEE_SECRETARY,
        Role.FACTION_LEADER,
        Role.PRESIDENT,
        Role.PRIME_MINISTER,
        Role.GOVERNMENT,
        Role.PEOPLES_COUNCIL,
    ] = Field(description="The office. Committee chairs are refused: the Kurultai elects them.")
    body_id: UUID | None = Field(
        default=None, description="The faction or committee, for offices that are held in one."
    )
    ground: Ground = Field(
        description="The document it rests on; of the Chair, the protocol of the secret ballot."
    )

    last_day: date | None = Field(
        default=None, description="Of the term, if one was decided; else none ends it."
    )

    def entry(self) -> Entry:
        return Entry(self.person_id, self.role, self.body_id, self.ground, self.last_day)


class CommitteeGiven(Given):
    """A standing committee to be formed."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "convocation_id": AN_ID,
                    "name": {
                        "kk": "Аграрлық мәселелер комитеті",
                        "ru": "Комитет по аграрным вопросам",
                    },
                    "reserved_for_opposition": False,
                }
            ]
        }
    )

    convocation_id: UUID = Field(description="The convocation.")
    name: NameGiven = Field(description="What it is called.")
    reserved_for_opposition: bool = Field(
        default=False, description="Whether only a deputy of the opposition may chair it."
    )


class ConclusionGiven(Given):
    """What the lead committee concluded."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "favourable": True,
                    "summary": {
                        "kk": "Тұжырымдаманы мақұлдау ұсынылады.",
                        "ru": "Рекомендуется одобрить концепцию.",
                    },
                }
            ]
        }
    )

    favourable: bool = Field(description="Whether the committee recommends the bill.")
    summary: Bilingual = Field(description="Its conclusion in short.")
