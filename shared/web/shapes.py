"""What goes in and out over HTTP, in every service."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from shared.kernel.actor import ROLE_NAMES, Role
from shared.kernel.errors import Unmet
from shared.kernel.procedure import Option
from shared.kernel.text import Language
from shared.store.acts import ActOnRecord

STRICT = frozenset({"int", "float", "bool"})
TEMPORAL = frozenset({"date", "datetime", "time", "timedelta"})
UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def _tighten(schema: Any) -> None:
    """JSON knows numbers, booleans and text apart; so do we. A date is text and no number."""
    places = list(schema.items() if isinstance(schema, dict) else enumerate(schema))
    for place, part in places:
        kind = part.get("type") if isinstance(part, dict) else None
        if kind in STRICT:
            part["strict"] = True
        elif kind in TEMPORAL:
            schema[place] = core_schema.no_info_before_validator_function(_no_number, part)
        elif isinstance(part, dict | list):
            _tighten(part)


def _no_number(value: Any) -> Any:
    if isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdecimal()):
        raise PydanticCustomError("datetime_type", "datetime_type")
    return value


class Given(BaseModel):
    """A request body: no field we do not know, no "3" for 3, no text that cannot be stored."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )

    @model_validator(mode="before")
    @classmethod
    def _texts_can_be_stored(cls, given: Any) -> Any:
        for place, text in _texts(given):
            if UNWRITABLE.search(text):
                raise PydanticCustomError("unwritable", "unwritable", {"place": place})
        return given

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _tighten(schema)
        return schema


class Shown(BaseModel):
    """An answer, read off the case's own attributes."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class ReasonShown(Shown):
    """One thing that is not as it must be, and the provision that asks for it."""

    sentence: str
    provision: str

    @classmethod
    def of(cls, unmet: Unmet, language: Language) -> Self:
        return cls(sentence=unmet.sentence.on(language), provision=unmet.provision)


class OptionShown(Shown):
    """An act of the stage: open, or closed for these reasons."""

    act: str
    target: str
    is_open: bool
    provision: str
    reasons: list[ReasonShown]

    @classmethod
    def of(cls, option: Option, language: Language) -> Self:
        return cls(
            act=option.act,
            target=option.target,
            is_open=option.is_open,
            provision=option.provision,
            reasons=[ReasonShown.of(unmet, language) for unmet in option.unmet],
        )


def options_shown(options: Iterable[Option], language: Language) -> list[OptionShown]:
    """What `Procedure.options` says, in the reader's language."""
    return [OptionShown.of(option, language) for option in options]


class ActShown(Shown):
    """A line of a case's record: what was done, when, in which capacity, under which provision."""

    act: str
    origin: str
    target: str
    at: datetime
    person_id: UUID | None
    role: Role
    role_name: str
    provision: str
    profile: str

    @classmethod
    def of(cls, act: ActOnRecord, language: Language) -> Self:
        return cls(**act.model_dump(), role_name=ROLE_NAMES[act.role].on(language))


def acts_shown(acts: Iterable[ActOnRecord], language: Language) -> list[ActShown]:
    """The record of a case in the reader's language."""
    return [ActShown.of(act, language) for act in acts]


def _texts(given: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in a piece of JSON with its place; without recursion, for it may be deep."""
    left: list[tuple[tuple[str | int, ...], Any]] = [((), given)]
    while left:
        place, value = left.pop()
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            left += [((*place, key), inner) for key, inner in value.items()]
            left += [(place, key) for key in value if isinstance(key, str)]
        elif isinstance(value, list):
            left += [((*place, index), inner) for index, inner in enumerate(value)]
