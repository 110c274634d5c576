"""A fact on the wire: a CloudEvents 1.0 event in JSON, with its place among those of its case."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from shared.kernel.event import Fact

AUTHORITY = "kz.kurultai."
SOURCES = "/kurultai/"
SUBJECTS = "facts"


type Case = tuple[str, str, UUID]
"""Who tells of it, its kind, and which one it is."""


class NoEnvelope(Exception):
    """A message is not a fact as the services tell them."""


class Envelope(BaseModel):
    """One CloudEvent. `sequence` counts the facts about one case from 1, without gaps.

    Attributes that are not known here are kept: the signature is of them too.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="allow")

    specversion: str = Field(default="1.0", pattern=r"^1\.0$")
    id: UUID
    source: str = Field(pattern=r"^/kurultai/[a-z]+$")
    type: str = Field(pattern=r"^kz\.kurultai\.[a-z]+\.[a-z_]+\.v\d+$")
    subject: str = Field(pattern=r"^[a-z_]+/[0-9a-f-]{36}$")
    time: AwareDatetime
    datacontenttype: str = "application/json"
    sequence: PositiveInt
    traceparent: str | None = None
    signature: str | None = Field(default=None, description="Ed25519, of its source, in Base64.")
    data: dict[str, Any]

    @property
    def teller(self) -> str:
        """The service that tells."""
        return self.source.rsplit("/", 1)[1]

    @property
    def fact_type(self) -> str:
        """As in `Fact.type`: `<service>.<fact>.v<n>`."""
        return self.type.removeprefix(AUTHORITY)

    @property
    def about(self) -> str:
        """The kind of case."""
        return self.subject.split("/")[0]

    @property
    def case_id(self) -> UUID:
        return UUID(self.subject.split("/")[1])

    @property
    def case(self) -> Case:
        return self.teller, self.about, self.case_id

    @property
    def address(self) -> str:
        """The NATS subject: `facts.<service>.<about>.<fact>.<case>`."""
        _, fact, _ = self.fact_type.split(".")
        return f"{SUBJECTS}.{self.teller}.{self.about}.{fact}.{self.case_id}"

    def as_told(self) -> dict[str, Any]:
        """Every attribute, as in the JSON on the wire."""
        return self.model_dump(mode="json", exclude_none=True)

    def as_bytes(self) -> bytes:
        return self.model_dump_json(exclude_none=True).encode()

    @classmethod
    def read(cls, document: Mapping[str, Any], *, teller: str) -> "Envelope":
        """An event of the teller's stream. Raises NoEnvelope, also for another's fact in it."""
        try:
            envelope = cls.model_validate(document)
        except ValidationError as error:
            faults = "; ".join(f"{e['loc']}: {e['msg']}" for e in error.errors(include_input=False))
            raise NoEnvelope(faults) from None
        if not envelope.teller == envelope.fact_type.split(".")[0] == teller:
            raise NoEnvelope(f"a fact of {envelope.teller} in the stream of {teller}")
        return envelope

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> "Envelope":
        """The envelope of an outbox row."""
        teller = row["type"].split(".")[0]
        return cls(
            id=row["event_id"],
            source=f"{SOURCES}{teller}",
            type=f"{AUTHORITY}{row['type']}",
            subject=f"{row['about']}/{row['case_id']}",
            time=row["at"],
            sequence=row["sequence"],
            traceparent=row["trace"],
            data=row["body"],
        )


def opened(message: bytes) -> dict[str, Any]:
    """The CloudEvent in a message, not yet believed. Raises NoEnvelope: there is none."""
    try:
        document = json.loads(message.decode())
    except (ValueError, RecursionError) as error:
        raise NoEnvelope("no JSON") from error
    if not isinstance(document, dict) or "specversion" not in document:
        raise NoEnvelope("no CloudEvent")
    return document


def wrapped(fact: Fact, *, event_id: UUID, sequence: int) -> Envelope:
    """A fact as its service would tell it."""
    return Envelope.of_row(
        {
            "event_id": event_id,
            "type": fact.type,
            "about": fact.about,
            "case_id": fact.case_id,
            "at": fact.at,
            "sequence": sequence,
            "trace": None,
            "body": fact.model_dump(mode="json"),
        }
    )
