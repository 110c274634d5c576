"""/.well-known: what anyone needs to check a token of ours."""

from fastapi import APIRouter, Response

from services.identity.api.dependencies import Counter
from services.identity.api.schemas import IssuerShown, KeySetShown
from services.identity.domain.sign_in import ASSURANCE
from services.identity.domain.terms import KEYS_CACHED
from services.identity.store.keys import key_set
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

CACHED = f"public, max-age={int(KEYS_CACHED.total_seconds())}"

router = APIRouter(prefix="/.well-known", tags=["well-known"], route_class=KurultaiRoute)


@router.get("/jwks.json")
async def published_keys(work: Work, response: Response) -> KeySetShown:
    """The public keys of every token that may still be good, and of the next ones (RFC 7517)."""
    response.headers["cache-control"] = CACHED
    return KeySetShown(keys=list(await key_set(work)))


@router.get("/openid-configuration")
async def issuer(counter: Counter, response: Response) -> IssuerShown:
    """Who issues the tokens, and where the keys are. There is no more of OpenID here than that."""
    response.headers["cache-control"] = CACHED
    return IssuerShown(
        issuer=counter.issuer.name,
        jwks_uri=counter.issuer.keys_url,
        acr_values_supported=sorted(ASSURANCE.values()),
    )
