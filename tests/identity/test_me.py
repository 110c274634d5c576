"""Who am I, and in which capacities?"""

import time
from uuid import UUID

from shared.kernel.actor import Role
from tests.identity.builders import NAME, nobodys_iin
from tests.identity.conftest import take_office


async def test_me_says_who_i_am_and_in_which_capacities(http, registrar):
    me = (await http.get("/me", headers=registrar)).json()

    assert me["name"] == {"kk": "Құрам тізілімі", "ru": "Құрам тізілімі"}
    assert me["standings"] == [{"role": "registrar", "body_id": None}]
    assert me["acr"] == "urn:kurultai:acr:development"
    assert abs(me["auth_time"] - time.time()) < 10


async def test_my_capacities_are_those_of_this_moment(http, registers, signs_in, desk):
    person = await registers(nobodys_iin(1))
    headers = await signs_in(nobodys_iin(1))
    before = (await http.get("/me", headers=headers)).json()

    await take_office(desk, UUID(person["id"]), Role.CLERK)

    after = (await http.get("/me", headers=headers)).json()
    assert (before["standings"], before["name"]) == ([], NAME.model_dump())
    assert [standing["role"] for standing in after["standings"]] == ["clerk"]


async def test_without_a_token_i_am_nobody(http):
    assert (await http.get("/me")).status_code == 401
