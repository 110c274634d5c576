"""Acts in force: their register, their editions, and the bills that have to do with them."""

from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from services.bills.actions.draft_bill import draft_bill
from services.bills.actions.publish_law import publish_law
from services.bills.domain.acts.law import Publication
from services.bills.domain.in_force.act import ActStage, Edition
from services.bills.domain.in_force.acts import enter_published
from services.bills.domain.kinds import ProposedKind
from services.bills.domain.stages import Stage
from services.bills.domain.texts import digest_of
from services.bills.store.bills import Bills
from services.bills.store.tables import act_editions, bill_relations, change_reasons, kept
from shared.contracts.words import Bilingual
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    NOON,
    PRESIDENT,
    TEXTS,
    TITLE,
    a_bill,
    a_proposal,
    an_occasion,
)

OLD = {
    "kk": "1-бап. Деректер\n\n1. Деректер жыл сайын жарияланады.\n",
    "ru": "Статья 1. Данные\n\n1. Данные публикуются ежегодно.\n",
}
NEW = {
    "kk": "1-бап. Деректер\n\n1. Деректер ай сайын жарияланады.\n",
    "ru": "Статья 1. Данные\n\n1. Данные публикуются ежемесячно.\n",
}
SOURCE = {"kk": "Эталондық бақылау банкі", "ru": "Эталонный контрольный банк"}
EDITION = {"texts": OLD, "stands_from": "2026-01-09", "source": SOURCE}
ACT = EDITION | {
    "number": "480-V",
    "title": {"kk": "Құқықтық актілер туралы", "ru": "О правовых актах"},
    "adopted_on": "2016-04-06",
}


@pytest.fixture
async def act(http, signed):
    answer = await http.post("/acts", json=ACT, headers=signed(CLERK))
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def on_file(desk):
    async def filed(**but):
        bill = a_bill(**{"number": None} | but)
        async with desk.work() as work:
            Bills(work).add(bill)
        return bill

    return filed


async def test_an_act_is_entered_with_its_first_edition(http, act):
    assert (act["number"], act["edition"], act["version"]) == ("480-V", 1, 2)
    assert act["digests"] == {language: digest_of(text) for language, text in OLD.items()}
    text = (await http.get(f"/acts/{act['id']}/text", params={"language": "ru"})).json()
    assert (text["text"], text["digest"]) == (OLD["ru"], act["digests"]["ru"])
    assert (await http.get("/acts", params={"number": "480-V"})).json() == [act]
    assert (await http.get("/acts", params={"number": "481-V"})).json() == []


async def test_the_next_edition_leaves_the_earlier_one_as_it_was(http, act, signed):
    later = EDITION | {"texts": NEW, "stands_from": "2026-07-09"}
    path = f"/acts/{act['id']}"
    shown = (await http.post(f"{path}/editions", json=later, headers=signed(CLERK))).json()
    assert (shown["edition"], shown["stands_from"]) == (2, "2026-07-09")
    editions = (await http.get(f"{path}/editions")).json()
    assert [(one["number"], one["stands_from"]) for one in editions] == [
        (1, "2026-01-09"),
        (2, "2026-07-09"),
    ]
    first = await http.get(f"{path}/text", params={"language": "kk", "number": 1})
    assert first.json()["text"] == OLD["kk"]
    assert (await http.get(f"{path}/text", params={"number": 3})).status_code == 404


async def test_only_the_clerk_keeps_the_register(http, act, signed):
    for path, body in (("/acts", ACT), (f"/acts/{act['id']}/editions", EDITION)):
        answer = await http.post(path, json=body, headers=signed(DEPUTY))
        assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
        assert (await http.post(path, json=body)).status_code == 401
    assert len((await http.get("/acts")).json()) == 1


@pytest.mark.usefixtures("act")
async def test_no_number_stands_for_two_acts(http, signed):
    answer = await http.post("/acts", json=ACT, headers=signed(CLERK))
    assert (answer.status_code, answer.json()["code"]) == (409, "already-there")
    assert len((await http.get("/acts")).json()) == 1


async def test_a_text_that_cannot_be_read_is_refused_with_its_line_and_nothing_is_stored(
    http, signed
):
    twice = OLD | {"ru": "Статья 1. Данные\n\nСтатья 1. Данные\n"}
    answer = await http.post("/acts", json=ACT | {"texts": twice}, headers=signed(CLERK))
    assert (answer.status_code, answer.json()["code"]) == (422, "text-refused")
    assert "3" in answer.json()["detail"]
    assert (await http.get("/acts")).json() == []


async def test_a_published_law_becomes_an_act_in_force_by_itself(desk, http, signed):
    async with desk.work() as work:
        bill = await draft_bill(work, an_occasion(), kind=ProposedKind.LAW, proposal=a_proposal())
        bill.stage, bill.signed_at, bill.adopted_at = Stage.SIGNED, NOON, NOON
    published_in = Bilingual(kk="«Егемен Қазақстан»", ru="«Казахстанская правда»")
    async with desk.work() as work:
        occasion = an_occasion(PRESIDENT)
        publication = Publication(published_in, NOON)
        await publish_law(work, occasion, bill_id=bill.id, publication=publication)

    [act] = (await http.get("/acts")).json()
    assert (act["bill_id"], act["number"]) == (str(bill.id), None)
    assert act["title"] == TITLE.model_dump()
    assert act["digests"] == TEXTS.digests.model_dump()
    assert act["stands_from"] == "2026-12-12"
    text = (await http.get(f"/acts/{act['id']}/text", params={"language": "ru"})).json()
    assert (text["text"], text["source"]) == (TEXTS.ru, published_in.model_dump())

    path = f"/acts/{act['id']}/number"
    numbered = await http.post(path, json={"number": "1-IX"}, headers=signed(CLERK))
    assert numbered.json()["number"] == "1-IX"
    again = await http.post(path, json={"number": "2-IX"}, headers=signed(CLERK))
    assert (again.status_code, again.json()["code"]) == (409, "not-now")


@pytest.mark.parametrize("publisher", [PRESIDENT, GOVERNMENT, CLERK])
def test_what_anyone_entitled_publishes_comes_into_the_register(publisher):
    edition = Edition(TEXTS, NOON.date(), TITLE)
    act = enter_published(uuid4(), a_bill(adopted_at=NOON), edition, an_occasion(publisher))
    assert (act.stage, act.edition, act.title) == (ActStage.ENTERED, 1, TITLE)


@pytest.mark.usefixtures("act")
async def test_the_register_tells_of_what_is_entered(work):
    outbox = kept.outbox.c
    told = await work.session.execute(sa.select(outbox.type).order_by(outbox.place))
    assert list(told.scalars()) == ["bills.act_entered.v1", "bills.edition_entered.v1"]


async def test_a_bill_names_the_acts_it_amends_and_is_found_from_them(http, act, on_file, signed):
    bill = await on_file(stage=Stage.DRAFT)
    body = {"kind": "amends_act", "to_id": act["id"]}
    answer = await http.post(f"/bills/{bill.id}/relations", json=body, headers=signed(DEPUTY))
    assert (answer.status_code, answer.json()["version"]) == (200, bill.version + 1)
    [relation] = (await http.get(f"/bills/{bill.id}/relations")).json()
    assert (relation["kind"], relation["to_id"]) == ("amends_act", act["id"])
    assert (relation["number"], relation["title"]) == ("480-V", ACT["title"])
    [found] = (await http.get(f"/acts/{act['id']}/bills")).json()
    assert found["id"] == str(bill.id)
    timeline = (await http.get(f"/bills/{bill.id}/timeline")).json()
    assert [step["act"] for step in timeline] == ["relate"]


async def test_relations_of_bills_are_seen_from_both_ends_until_they_are_taken_back(
    http, on_file, signed
):
    first = await on_file(stage=Stage.REGISTERED, number="2026-0001")
    second = await on_file(stage=Stage.REGISTERED, number="2026-0002")
    path, body = f"/bills/{first.id}/relations", {"kind": "alternative_to", "to_id": str(second.id)}
    assert (await http.post(path, json=body, headers=signed(CLERK))).is_success
    for bill, other in ((first, "2026-0002"), (second, "2026-0001")):
        [relation] = (await http.get(f"/bills/{bill.id}/relations")).json()
        assert (relation["bill_id"], relation["number"]) == (str(first.id), other)

    gone = await http.delete(f"{path}/alternative_to/{second.id}", headers=signed(CLERK))
    assert gone.is_success
    assert (await http.get(f"/bills/{second.id}/relations")).json() == []


@pytest.mark.parametrize(
    "refused",
    [
        (Stage.DRAFT, ANOTHER_DEPUTY, "not-now"),
        (Stage.DRAFT, CLERK, "not-entitled"),
        (Stage.IN_COMMITTEE, DEPUTY, "not-entitled"),
        (Stage.PUBLISHED, CLERK, "not-now"),
    ],
)
async def test_the_initiator_speaks_of_the_draft_and_the_clerk_afterwards(
    http, on_file, signed, refused
):
    stage, by, code = refused
    bill, other = await on_file(stage=stage), await on_file()
    body = {"kind": "accompanies", "to_id": str(other.id)}
    answer = await http.post(f"/bills/{bill.id}/relations", json=body, headers=signed(by))
    assert answer.json()["code"] == code
    assert (await http.get(f"/bills/{bill.id}/relations")).json() == []


async def test_nothing_is_related_to_what_there_is_not_or_to_itself(http, act, on_file, signed):
    bill = await on_file(stage=Stage.DRAFT)

    async def code(kind, to_id):
        body = {"kind": kind, "to_id": str(to_id)}
        path = f"/bills/{bill.id}/relations"
        return (await http.post(path, json=body, headers=signed(DEPUTY))).json()["code"]

    assert await code("amends_act", uuid4()) == "act-not-found"
    assert await code("replaces", act["id"]) == "bill-not-found"
    assert await code("replaces", bill.id) == "related-to-itself"
    assert (await http.get(f"/bills/{bill.id}/relations")).json() == []


@pytest.mark.parametrize("table", [act_editions, bill_relations, change_reasons], ids=str)
async def test_not_even_the_service_changes_what_was_laid_down(work, table):
    with pytest.raises(ProgrammingError, match="permission denied"):
        await work.session.execute(sa.delete(table))
