"""An identity that signs real tokens, and publishes the key to check them with."""

import time
from uuid import UUID, uuid4

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from shared.settings import Settings
from shared.web.keys import Keys
from shared.web.tokens import Verifier

KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})


def token(person_id: UUID, settings: Settings) -> str:
    now = int(time.time())
    claims = {
        "iss": settings.issuer,
        "aud": settings.audience,
        "sub": str(person_id),
        "client_id": "console",
        "jti": str(uuid4()),
        "iat": now,
        "exp": now + 300,
    }
    return jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": "first"}, claims, KEY)


def verifier(settings: Settings) -> Verifier:
    """Checks those tokens, as the service does."""

    async def jwks(_: Request) -> JSONResponse:
        return JSONResponse(KeySet([KEY]).as_dict(private=False))

    app = Starlette(routes=[Route("/.well-known/jwks.json", jwks)])
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app))
    return Verifier(
        Keys(settings.jwks_url, client=client),
        issuer=settings.issuer,
        audience=settings.audience,
    )
