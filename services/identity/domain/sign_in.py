"""A sign-in, and the claims of the token that it ends in (RFC 9068)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.identity.domain.terms import TOKEN_LIFE


class Method(StrEnum):
    """How someone showed who they are."""

    DEVELOPMENT = "development"


ASSURANCE = {Method.DEVELOPMENT: "urn:kurultai:acr:development"}
"""What each method is worth, as the `acr` of the token; for development, nothing at all."""

CLIENTS = {Method.DEVELOPMENT: "development-sign-in"}
"""Which client a token was made for (`client_id`)."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who says it (`iss`), to whom (`aud`), and where the keys to check it are published."""

    name: str
    audience: str
    keys_url: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """Someone signed in; `id` is the session (`sid`), `token_id` the token itself (`jti`)."""

    id: UUID
    person_id: UUID
    token_id: UUID
    method: Method
    at: datetime

    def claims(self, issuer: Issuer) -> dict[str, object]:
        """Who signed in, how and when. No role, no name: those are read where they decide."""
        at = int(self.at.timestamp())
        return {
            "iss": issuer.name,
            "aud": issuer.audience,
            "sub": str(self.person_id),
            "client_id": CLIENTS[self.method],
            "iat": at,
            "exp": at + int(TOKEN_LIFE.total_seconds()),
            "jti": str(self.token_id),
            "sid": str(self.id),
            "acr": ASSURANCE[self.method],
            "auth_time": at,
        }
