"""Another system hands something in for the Apparatus, and proves itself by a shared secret."""

import secrets
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Header, Request
from pydantic import SecretStr

from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.web.dependencies import Rulebook, Token, Visitor
from shared.web.refusals import NotSignedIn


async def _for_the_apparatus(
    request: Request,
    visitor: Visitor,
    token: Token,
    rulebook: Rulebook,
    adapter_secret: Annotated[str | None, Header(max_length=200)] = None,
) -> Occasion:
    """Raises NotSignedIn: neither a token, nor the secret."""
    if adapter_secret is None and token is not None:
        return visitor
    known: SecretStr | None = getattr(request.app.state, "e_otinish_secret", None)
    if adapter_secret is None or known is None or not _same(adapter_secret, known):
        raise NotSignedIn
    return Occasion.under(rulebook, Actor.body(Role.CLERK), datetime.now(UTC))


def _same(given: str, known: SecretStr) -> bool:
    """Compared in a time that tells nothing of how much of it was right."""
    return secrets.compare_digest(given.encode(), known.get_secret_value().encode())


ForTheApparatus = Annotated[Occasion, Depends(_for_the_apparatus)]
"""Somebody signed in, or another system that acts for the Apparatus."""
