"""What bills and acts are called for ever begins at the root of the site."""

import httpx
import pytest
from starlette.applications import Starlette

from kurultai.gateway import gateway, lasting_names


@pytest.mark.parametrize("app", [gateway({}), Starlette(routes=lasting_names())])
@pytest.mark.parametrize("name", ["/eli/bill/2026/0001/ru@2.akn", "/akn/kz/act/2016-04-06/480-v"])
async def test_a_lasting_name_leads_to_the_service_that_knows_it(app, name):
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://kurultai") as client:
        answer = await client.get(name)

    assert answer.status_code == 308
    assert answer.headers["location"] == f"/api/bills/v1{name}"
