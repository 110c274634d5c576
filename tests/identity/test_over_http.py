"""Other services check our tokens over real HTTP: before, during and after a rotation."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest
import uvicorn

from kurultai.servers.ports import Ports
from services.identity.actions.turn_keys import turn_keys
from services.identity.api.opening import open_reception
from services.identity.domain.terms import RETIRES_AFTER, SIGNS_AFTER
from shared.kernel.actor import Role
from shared.web.app import verifier_of
from shared.web.refusals import NotSignedIn, SignInAway
from shared.web.serving import configured
from tests.identity.builders import CLOCK, FOUNDER_IIN, an_occasion
from tests.identity.conftest import an_app, take_office


@pytest.fixture
def origin(tmp_path) -> str:
    return f"http://127.0.0.1:{Ports(tmp_path / 'ports').pick('api')}"


@pytest.fixture
def settings(settings, origin):
    return settings.model_copy(update={"jwks_url": f"{origin}/.well-known/jwks.json"})


@asynccontextmanager
async def listening(app, settings, origin):
    """The app behind a port of its own."""
    port = httpx.URL(origin).port
    server = uvicorn.Server(configured(app, host="127.0.0.1", port=port))
    async with open_reception(app, settings):
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 uvicorn has no event for it
            await asyncio.sleep(0.01)
        async with httpx.AsyncClient(base_url=origin, trust_env=False) as http:
            yield http
        server.should_exit = True
        await serving


async def token(http) -> str:
    answer = await http.post("/development/sign-in", json={"iin": FOUNDER_IIN})
    return answer.json()["access_token"]


async def test_a_token_passes_at_another_service_until_its_key_is_retired(desk, settings, origin):
    app = an_app(desk, settings)
    here, late_comer = verifier_of(settings), verifier_of(settings)
    now = datetime.now(UTC)
    async with listening(app, settings, origin) as http:

        async def time_passes(term):
            async with desk.work() as work:
                await turn_keys(work, an_occasion(CLOCK, now + term), app.state.reception.keyring)
            app.state.reception.keyring.forget()

        first = await token(http)
        person = (await here.verify(first)).person_id
        await take_office(desk, person, Role.REGISTRAR)
        rotation = await http.post("/keys/rotation", headers={"Authorization": f"Bearer {first}"})
        assert rotation.status_code == 201
        await time_passes(2 * SIGNS_AFTER)

        second = await token(http)
        here.flush()
        assert (await here.verify(second)).person_id == person
        assert (await here.verify(first)).person_id == person
        assert (await late_comer.verify(first)).assurance == "urn:kurultai:acr:development"

        await time_passes(2 * SIGNS_AFTER + RETIRES_AFTER)
        for verifier in (here, late_comer):
            verifier.flush()
            assert (await verifier.verify(second)).person_id == person
            with pytest.raises(NotSignedIn):
                await verifier.verify(first)
    await here.aclose()
    await late_comer.aclose()


async def test_while_identity_is_away_known_keys_go_on_and_strangers_wait(desk, settings, origin):
    here, stranger = verifier_of(settings), verifier_of(settings)
    async with listening(an_app(desk, settings), settings, origin) as http:
        first, second = await token(http), await token(http)
        await here.verify(first)

    assert isinstance((await here.verify(second)).person_id, UUID)
    with pytest.raises(SignInAway):
        await stranger.verify(second)
    await here.aclose()
    await stranger.aclose()


async def test_a_token_of_another_issuer_or_audience_is_refused(desk, settings, origin):
    elsewhere = settings.model_copy(update={"audience": "another"})
    not_ours = settings.model_copy(update={"issuer": "https://identity.example"})
    async with listening(an_app(desk, settings), settings, origin) as http:
        given = await token(http)
        for other in (elsewhere, not_ours):
            verifier = verifier_of(other)
            with pytest.raises(NotSignedIn):
                await verifier.verify(given)
            await verifier.aclose()
