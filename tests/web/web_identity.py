"""An identity that signs real tokens, and can be asked to sign bad ones."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

ISSUER = "https://identity.kurultai.local"
AUDIENCE = "kurultai"


@dataclass
class Identity:
    """Publishes its keys and signs tokens; it can be away, and it can change its keys."""

    keys: dict[str, ECKey] = field(default_factory=dict)
    fetched: int = 0
    away: bool = False
    slow: float = 0.0

    def new_key(self, kid: str) -> ECKey:
        self.keys[kid] = ECKey.generate_key("P-256", {"kid": kid, "use": "sig", "alg": "ES256"})
        return self.keys[kid]

    def token(self, person_id: UUID | str, *, kid: str = "first", **changed: Any) -> str:
        """A good token, or one that is not: a claim `None` is left out."""
        header = {"alg": "ES256", "typ": "at+jwt", "kid": kid} | changed.pop("header", {})
        key = changed.pop("key", None) or self.keys[kid]
        claims = a_person(person_id) | changed
        kept = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(header, kept, key, algorithms=[header["alg"]])

    def http(self) -> httpx.AsyncClient:
        async def jwks(_: Request) -> JSONResponse:
            self.fetched += 1
            await asyncio.sleep(self.slow)
            if self.away:
                return JSONResponse({}, 503)
            keys = KeySet(list(self.keys.values()))
            return JSONResponse(keys.as_dict(private=False))

        app = Starlette(routes=[Route("/jwks", jwks)])
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ISSUER)


def a_person(person_id: UUID | str) -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(person_id),
        "client_id": "console",
        "jti": str(uuid4()),
        "iat": now,
        "exp": now + 300,
        "acr": "high",
    }
