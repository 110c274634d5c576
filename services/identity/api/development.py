"""/development: a way in for development. It is there only when a setting says so."""

from fastapi import APIRouter, Response

from services.identity.actions.sign_in_for_development import SIGN, sign_in_for_development
from services.identity.api.dependencies import Counter, Now, Once
from services.identity.api.schemas import DevelopmentSignIn, TokenShown
from services.identity.domain.terms import TOKEN_LIFE
from shared.web.route import KurultaiRoute

NOT_KEPT = {"cache-control": "no-store"}

router = APIRouter(prefix="/development", tags=["development"], route_class=KurultaiRoute)


@router.post("/sign-in")
async def sign_in(
    given: DevelopmentSignIn, work: Once, now: Now, counter: Counter, response: Response
) -> TokenShown:
    """Sign in as anyone whose IIN you name. It proves nothing, and its token says so (`acr`)."""
    response.headers.update(SIGN | NOT_KEPT)
    iin = given.iin.get_secret_value()
    issued = await sign_in_for_development(work, now, counter, iin=iin)
    return TokenShown(
        access_token=issued.token,
        expires_in=int(TOKEN_LIFE.total_seconds()),
        person_id=issued.person_id,
    )
