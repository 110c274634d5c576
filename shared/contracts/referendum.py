"""What the bills service tells of initiatives for a referendum on the Constitution."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Digests, Question
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class InitiativeFact(Fact):
    """A fact about an initiative for a referendum."""

    about: ClassVar[str] = "initiative"

    initiative_id: UUID


class InitiativeDrafted(InitiativeFact):
    """Someone with the right to it drafted amendments to the Constitution."""

    type: ClassVar[str] = "bills.initiative_drafted.v1"

    initiator: Role
    title: Bilingual
    digests: Digests


class InitiativeQuestionPut(InitiativeFact):
    """The Kurultai is asked whether it initiates the referendum."""

    type: ClassVar[str] = "bills.initiative_question_put.v1"

    question: Question


class InitiativeMoved(InitiativeFact):
    """An act was taken on the initiative, which stands there now."""

    type: ClassVar[str] = "bills.initiative_moved.v1"

    act: str
    stage: str


TELLS = (InitiativeDrafted, InitiativeQuestionPut, InitiativeMoved)
