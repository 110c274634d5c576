"""The token of a request (RFC 6750: in the Authorization header, and only there)."""

from fastapi import Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase

from shared.web.tokens import SignedIn, Verifier


class Bearer(SecurityBase):
    """A dependency: the verified token, or None where there is none; a bad one is refused."""

    def __init__(self) -> None:
        self.model = HTTPBearer(bearerFormat="JWT", description="A token of the identity service.")
        self.scheme_name = "bearer"

    async def __call__(self, request: Request) -> SignedIn | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            return None
        verifier: Verifier = request.app.state.verifier
        return await verifier.verify(token.strip())


BEARER = Bearer()
