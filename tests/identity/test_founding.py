"""The founding: the person named by the settings opens the register, once and for all."""

import asyncio

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.exc import IntegrityError

from services.identity.actions.begin import begin
from services.identity.actions.found_service import found_service
from services.identity.domain.iin import InvalidIin
from services.identity.store.reception import Reception
from services.identity.store.tables import iins, kept, persons, signing_keys
from services.identity.store.vault import SealedOtherwise
from shared.kernel.errors import NotNow
from tests.identity.builders import (
    FOUNDER_IIN,
    NAME,
    PROFILE,
    THE_REGISTER,
    an_occasion,
    nobodys_iin,
)


async def start(desk, settings, **but):
    settings = settings.model_copy(update=but)
    await begin(desk, PROFILE, settings, Reception.of(settings))


async def rows(desk, query):
    async with desk.work() as work:
        return (await work.session.execute(query)).all()


async def test_the_founder_is_registered_at_the_start_and_told_as_founder(desk, settings):
    await start(desk, settings)

    [person] = await rows(desk, sa.select(persons))
    [fact] = await rows(desk, sa.select(kept.outbox).where(kept.outbox.c.about == "person"))
    assert person.founder is True
    assert fact.type == "identity.person_registered.v1"
    assert fact.body["founder"] is True
    assert fact.body["person_id"] == str(person.id)
    [line] = await rows(desk, sa.select(kept.acts).where(kept.acts.c.about == "person"))
    assert (line.act, line.person_id, line.role) == ("found", None, "registrar")
    assert line.provision == "rules of the service: the founding"


async def test_of_several_starts_at_once_one_founds_and_makes_the_key(desk, settings):
    await asyncio.gather(*(start(desk, settings) for _ in range(6)))

    assert len(await rows(desk, sa.select(persons))) == 1
    assert len(await rows(desk, sa.select(iins))) == 1
    assert len(await rows(desk, sa.select(signing_keys))) == 1
    told = await rows(desk, sa.select(kept.outbox.c.type).order_by(kept.outbox.c.place))
    assert [row.type for row in told] == [
        "identity.key_published.v1",
        "identity.key_activated.v1",
        "identity.person_registered.v1",
    ]


async def test_the_next_start_changes_nothing(desk, settings):
    await start(desk, settings)
    before = await rows(desk, sa.select(kept.outbox.c.place))

    await start(desk, settings)

    assert await rows(desk, sa.select(kept.outbox.c.place)) == before


async def test_another_founder_named_later_is_not_let_in(desk, settings):
    await start(desk, settings)

    await start(desk, settings, founder_iin=SecretStr(nobodys_iin(1)))

    assert len(await rows(desk, sa.select(persons))) == 1


async def test_the_database_itself_holds_one_founder_only(desk, settings):
    await start(desk, settings)

    names = [column.name for column in persons.c if column.name != "id"]
    same = sa.select(sa.func.gen_random_uuid(), *(persons.c[name] for name in names))
    async with desk.work() as work:
        with pytest.raises(IntegrityError, match="persons_one_founder"):
            await work.session.execute(sa.insert(persons).from_select(["id", *names], same))
        await work.session.rollback()


async def test_a_registered_person_does_not_become_founder_by_a_setting(desk, settings):
    vault = Reception.of(settings).vault
    await start(desk, settings)
    async with desk.work() as work:
        with pytest.raises(NotNow, match="founder's place"):
            await found_service(work, an_occasion(THE_REGISTER), vault, iin=FOUNDER_IIN, name=NAME)


async def test_without_the_setting_nobody_is_founder(desk, settings):
    await start(desk, settings, founder_iin=None)

    assert await rows(desk, sa.select(persons)) == []
    assert len(await rows(desk, sa.select(signing_keys))) == 1


async def test_a_founder_without_a_name_has_that_of_the_office(desk, settings):
    await start(desk, settings, founder_name=None)

    [person] = await rows(desk, sa.select(persons.c.name))
    assert (person.name.kk, person.name.ru) == (
        "құрам тізілімін жүргізуші",
        "держатель реестра состава",
    )


async def test_a_wrong_number_in_the_settings_stops_the_start_without_showing_it(desk, settings):
    with pytest.raises(InvalidIin) as refused:
        await start(desk, settings, founder_iin=SecretStr("010101100019"))

    assert "010101100019" not in str(refused.value)
    assert await rows(desk, sa.select(persons)) == []


async def test_another_secret_stops_the_start_before_known_people_become_strangers(desk, settings):
    await start(desk, settings)

    with pytest.raises(SealedOtherwise) as refused:
        await start(desk, settings, secret=SecretStr("f" * 64))

    assert "f" * 64 not in str(refused.value)
    assert len(await rows(desk, sa.select(signing_keys))) == 1
