"""What clients send about bodies, their members, and sessions. Every shape has an example."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from services.committees.actions.keep_bodies import Forming, Joining
from services.committees.api.given import AN_ID, ANOTHER_ID, Ground, NameGiven
from services.committees.domain.register_stages import AskedBy, SessionKind
from services.committees.domain.session import Call
from shared.contracts.bodies import BodyKind, Capacity
from shared.web.shapes import Given

A_NAME: JsonDict = {"kk": "Цифрлық саясат комиссиясы", "ru": "Комиссия по цифровой политике"}
A_QUESTION: JsonDict = {"kk": "Төтенше жағдай туралы", "ru": "О чрезвычайной ситуации"}
MOST_QUESTIONS = 50

Questions = Annotated[list[NameGiven], Field(min_length=1, max_length=MOST_QUESTIONS)]


class BodyGiven(Given):
    """A body to be formed; standing committees are formed at `/committees`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"convocation_id": AN_ID, "kind": "commission", "name": A_NAME}]
        }
    )

    convocation_id: UUID = Field(description="The convocation in which it is formed.")
    kind: BodyKind = Field(description="What it is.")
    name: NameGiven = Field(description="What it is called.")
    within: UUID | None = Field(default=None, description="The body that forms it, if one does.")

    def forming(self) -> Forming:
        return Forming(self.convocation_id, self.kind, self.name.bilingual(), self.within)


class MemberGiven(Given):
    """A person who is to belong to a body from now on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"person_id": ANOTHER_ID, "capacity": "member"}]}
    )

    person_id: UUID = Field(description="The person, as identity knows them.")
    capacity: Capacity = Field(default=Capacity.MEMBER, description="Only members decide.")
    name: NameGiven | None = Field(
        default=None, description="Of a person whom the register does not know by name."
    )

    def joining(self) -> Joining:
        name = self.name.bilingual() if self.name else None
        return Joining(self.person_id, self.capacity, name)


class FactionJoinedGiven(Given):
    """The faction that a deputy joins."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"faction_id": AN_ID, "ground": "Хаттама № 3"}]}
    )

    faction_id: UUID
    ground: Ground = Field(description="The decision or document by which it is so.")


class CallGiven(Given):
    """How an extraordinary session came to be called (Constitution 2026, art. 58(4))."""

    by: AskedBy = Field(description="Who asked for it.")
    reference: Ground = Field(description="The document in which they did.")
    questions: Questions = Field(description="What alone it is about.")
    deputies: int | None = Field(default=None, ge=1, description="How many, where deputies did.")

    def call(self) -> Call:
        questions = tuple(one.bilingual() for one in self.questions)
        return Call(self.by, self.reference, questions, self.deputies)


class SessionGiven(Given):
    """A session to be opened now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "convocation_id": AN_ID,
                    "kind": "extraordinary",
                    "call": {
                        "by": "deputies",
                        "deputies": 49,
                        "reference": "Талап № 1",
                        "questions": [A_QUESTION],
                    },
                }
            ]
        }
    )

    convocation_id: UUID
    kind: SessionKind
    call: CallGiven | None = Field(default=None, description="Of an extraordinary session.")
