"""What clients send. Shapes only: rules live in the domain."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from shared.contracts.words import Bilingual, Form, Item, Key
from shared.web.shapes import Given

LONGEST_WINDOW_SECONDS = 3600

MOST_ITEMS = 500
MOST_CALLED = 1000

type ChoiceGiven = Key | Annotated[dict[Key, Key], Field(min_length=1, max_length=MOST_ITEMS)]

DecisionKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]


class QuestionGiven(Given):
    """A question of the Kurultai's own, which asks for a resolution."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": {
                        "kk": "Отырыстың күн тәртібі туралы",
                        "ru": "О повестке дня заседания",
                    },
                    "decision": "maj_resolution",
                },
                {
                    "title": {"kk": "Комиссия төрағасын сайлау", "ru": "Выборы председателя"},
                    "decision": "maj_resolution",
                    "form": "one_of",
                    "items": [
                        {"key": "a", "title": {"kk": "№ 7 депутат", "ru": "Депутат № 7"}},
                        {"key": "b", "title": {"kk": "№ 9 депутат", "ru": "Депутат № 9"}},
                    ],
                },
            ]
        }
    )

    title: Bilingual = Field(description="What is asked, in Kazakh and in Russian.")
    decision: DecisionKey = Field(
        description="Which majority decides: a key of the decisions in the rules profile."
    )
    form: Form = Field(
        default=Form.YES_NO,
        description="yes_no: the whole (with items, en bloc); each: item by item; one_of: one of "
        "the items, or against all.",
    )
    items: tuple[Item, ...] = Field(default=(), max_length=MOST_ITEMS, description="What of.")


Letter = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class RollCallGiven(Given):
    """In which order the roll is called; with nothing in it, in the usual one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"starts_at": "Қ"}]})

    order: tuple[UUID, ...] | None = Field(
        default=None,
        max_length=MOST_CALLED,
        description="Everyone who may vote, once, in the order in which they are called.",
    )
    starts_at: UUID | Letter | None = Field(
        default=None,
        description="The deputy to begin with; or, of an alphabetical order, the letter. Those "
        "before come at the end.",
    )


class VoteGiven(Given):
    """A vote to be prepared."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001"}]}
    )

    question_id: UUID = Field(description="The question to be put to the vote.")
    window_seconds: int | None = Field(
        default=None,
        ge=1,
        le=LONGEST_WINDOW_SECONDS,
        description="How long ballots are taken; if not given, as long as the rules say.",
    )
    roll_call: RollCallGiven | None = Field(
        default=None,
        description="The roll is called, in this order. Another than the usual order is given by "
        "who presides.",
    )


class AnnulmentGiven(Given):
    """Why a vote is to be annulled."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "reason": {
                        "kk": "Залдағы құрылғылар істен шықты",
                        "ru": "Отказ устройств в зале",
                    }
                }
            ]
        }
    )

    reason: Bilingual = Field(description="What went wrong, in Kazakh and in Russian.")


class BallotGiven(Given):
    """A ballot. Whose it is, the token says; there is no other way to say it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"choice": "for", "request_id": "5f0e6a5e-8a4b-4c53-9c7e-0f6a3f1f9b10"}]
        }
    )

    choice: ChoiceGiven = Field(
        description="One of the vote's options; where it has items, an option for each of them."
    )
    request_id: UUID = Field(
        description="Made anew for each ballot and sent again unchanged when the answer was lost."
    )
