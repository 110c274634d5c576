"""What goes in and out over HTTP. Shapes only: rules live in the domain."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, SecretStr

from services.identity.domain.stages import KeyStage, PersonStage
from shared.contracts.words import Bilingual, Line
from shared.kernel.actor import Role
from shared.web.shapes import Given, Shown

# Of someone born in 1801: well-formed, and nobody's.
NOBODYS_IIN = "010101100018"


class Registration(Given):
    """A person to be registered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "iin": NOBODYS_IIN,
                    "name": {"kk": "№ 7 депутат", "ru": "Депутат № 7"},
                }
            ]
        }
    )

    iin: SecretStr = Field(
        description="The individual identification number, twelve digits; it is never shown again."
    )
    name: Bilingual = Field(description="The person's name in Kazakh and in Russian.")


class DevelopmentSignIn(Given):
    """Who you say you are."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"iin": NOBODYS_IIN}]})

    iin: SecretStr = Field(description="The IIN of a registered person. It proves nothing.")


class Withdrawal(Given):
    """Why a key is no longer trusted."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"ground": "A copy of the server's disk was stolen."}]}
    )

    ground: Line = Field(description="The ground, for the record.")


class PersonShown(Shown):
    id: UUID
    version: int
    stage: PersonStage
    name: Bilingual


class StandingShown(Shown):
    """A capacity, and the committee or faction in which it is held, where it is held in one."""

    role: Role
    body_id: UUID | None = None


class MeShown(Shown):
    """The one who asks: as the register of composition and the token say, at this moment."""

    person_id: UUID
    name: Bilingual
    standings: list[StandingShown]
    acr: str | None = Field(description="How surely they were known when they signed in.")
    auth_time: int | None = Field(description="When they signed in, in seconds since 1970.")


class TokenShown(Shown):
    """A token (RFC 6749, section 5.1). Keep it out of logs and addresses."""

    access_token: str = Field(repr=False)
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 the kind of a token, not one
    expires_in: int = Field(description="Seconds.")
    person_id: UUID


class KeyShown(Shown):
    """A signing key, without its halves: the public one is in the key set."""

    id: UUID = Field(description="Also the `kid` of tokens that it signs.")
    version: int
    stage: KeyStage
    published_at: datetime
    activated_at: datetime | None
    superseded_at: datetime | None


class KeySetShown(Shown):
    """A JWK Set (RFC 7517)."""

    keys: list[dict[str, Any]]


class IssuerShown(Shown):
    """What a verifier needs to know of the issuer."""

    issuer: str
    jwks_uri: str
    acr_values_supported: list[str]
