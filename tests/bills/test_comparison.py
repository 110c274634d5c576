"""The comparison table of a bill over HTTP: of its versions, and against the act in force."""

import io
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader

from services.bills.api.forms import MEDIA, MOST_ROWS, Form, preferred_form
from services.bills.domain.reasoning import give_reason
from services.bills.domain.stages import Stage
from services.bills.store.bills import Bills
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.errors import NotNow
from tests.bills.builders import ANOTHER_DEPUTY, CLERK, COMMITTEE, DEPUTY, a_bill, an_occasion
from tests.bills.test_acts_in_force import ACT, EDITION, NEW, OLD
from tests.bills.test_routes import DRAFT

REASON = {"reason": {"kk": "Деректер ескіреді.", "ru": "Данные устаревают."}}
PLACE = "art_1__pt_1"


@pytest.fixture
async def bill_id(http, signed):
    """A draft of two versions: the second says “monthly” where the first said “yearly”."""
    headers = signed(DEPUTY)
    first = (await http.post("/bills", json=DRAFT | {"texts": OLD}, headers=headers)).json()
    body = {"title": DRAFT["title"], "texts": NEW, "package": DRAFT["package"]}
    path = f"/bills/{first['id']}/draft"
    revised = await http.put(path, json=body, headers=headers | {"If-Match": '"1"'})
    assert revised.status_code == 200, revised.text
    return first["id"]


@pytest.fixture
async def act_id(http, signed):
    return (await http.post("/acts", json=ACT, headers=signed(CLERK))).json()["id"]


async def test_two_versions_are_compared_in_both_languages(http, bill_id):
    answer = await http.get(f"/bills/{bill_id}/comparison", params={"from": 1, "to": 2})
    table = answer.json()
    assert (answer.status_code, table["languages"]) == (200, ["kk", "ru"])
    [row] = table["rows"]
    assert (row["number"], row["address"]) == (1, PLACE)
    assert [run["text"] for run in row["ru"]["lines"][0]["words"] if run["kind"] != "equal"] == [
        "ежегодно",
        "ежемесячно",
    ]
    assert row["kk"]["element"] == "1-баптың 1-тармағы"
    assert table["counts"] == {"unchanged": 2, "changed": 1}
    whole = await http.get(f"/bills/{bill_id}/comparison", params={"unchanged": True})
    assert len(whole.json()["rows"]) == 3


async def test_one_language_alone(http, bill_id):
    table = (await http.get(f"/bills/{bill_id}/comparison?language=ru")).json()
    assert (table["languages"], table["rows"][0]["kk"]) == (["ru"], None)


async def test_a_version_compared_with_itself_has_no_rows(http, bill_id):
    answer = await http.get(f"/bills/{bill_id}/comparison", params={"from": 2, "to": 2})
    assert answer.json()["rows"] == []


async def test_the_act_in_force_is_compared_with_the_bill(http, bill_id, act_id):
    answer = await http.get(f"/bills/{bill_id}/comparison", params={"act": act_id})
    table = answer.json()
    assert table["sides"]["old"]["ru"] == "Действующая редакция"
    assert [row["address"] for row in table["rows"]] == [PLACE]


async def test_two_editions_of_an_act_are_compared(http, act_id, signed):
    later = EDITION | {"texts": NEW, "stands_from": "2026-07-09"}
    await http.post(f"/acts/{act_id}/editions", json=later, headers=signed(CLERK))
    table = (await http.get(f"/acts/{act_id}/comparison")).json()
    assert table["sides"]["old"]["ru"] == "Редакция на 09.01.2026"
    assert table["sides"]["new"]["ru"] == "Редакция на 09.07.2026"
    assert [row["address"] for row in table["rows"]] == [PLACE]
    same = await http.get(f"/acts/{act_id}/comparison", params={"from": 1, "to": 1})
    assert same.json()["rows"] == []


@pytest.mark.parametrize("form", Form)
async def test_every_form_is_had_by_its_name_and_by_what_is_accepted(http, bill_id, form):
    path = f"/bills/{bill_id}/comparison"
    named = await http.get(f"{path}.{form}")
    accepted = await http.get(path, headers={"Accept": MEDIA[form].partition(";")[0]})
    assert named.status_code == accepted.status_code == 200
    assert named.headers["content-type"] == accepted.headers["content-type"] == MEDIA[form]
    assert named.content == accepted.content
    assert "Accept" in named.headers["vary"].split(", ")
    shown = "inline" if form in {Form.HTML, Form.JSON} else "attachment"
    assert named.headers["content-disposition"].startswith(f'{shown}; filename="{bill_id}-1-2.')


async def test_the_forms_say_the_same(http, bill_id, signed):
    path = f"/bills/{bill_id}"
    put = await http.put(f"{path}/reasons/{PLACE}", json=REASON, headers=signed(DEPUTY))
    assert put.status_code == 204, put.text
    page = await http.get(f"{path}/comparison.html")
    assert "<del>ежегодно</del>" in page.text
    assert "Данные устаревают." in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    paper = docx.Document(io.BytesIO((await http.get(f"{path}/comparison.docx")).content))
    assert paper.tables[0].cell(1, 6).text == "Деректер ескіреді.\nДанные устаревают."
    pdf = PdfReader(io.BytesIO((await http.get(f"{path}/comparison.pdf")).content))
    assert "устаревают" in pdf.pages[0].extract_text()


async def test_who_has_the_table_is_not_sent_it_again_until_it_changes(http, bill_id, signed):
    path = f"/bills/{bill_id}/comparison"
    etag = (await http.get(path)).headers["etag"]
    assert (await http.get(path, headers={"If-None-Match": etag})).status_code == 304
    await http.put(f"/bills/{bill_id}/reasons/{PLACE}", json=REASON, headers=signed(DEPUTY))
    again = await http.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.json()["rows"][0]["reason"]) == (200, REASON["reason"])


async def test_the_newest_reason_counts_and_only_for_its_pair_of_texts(
    http, bill_id, act_id, signed
):
    path, headers = f"/bills/{bill_id}/reasons/{PLACE}", signed(DEPUTY)
    better = {"reason": {"kk": "Дәлірек.", "ru": "Точнее."}}
    for body in (REASON, better):
        assert (await http.put(path, json=body, headers=headers)).status_code == 204
    versions = (await http.get(f"/bills/{bill_id}/comparison")).json()
    assert versions["rows"][0]["reason"] == better["reason"]
    in_force = f"/bills/{bill_id}/comparison?act={act_id}"
    assert (await http.get(in_force)).json()["rows"][0]["reason"] is None
    assert (await http.put(f"{path}?act={act_id}", json=REASON, headers=headers)).is_success
    assert (await http.get(in_force)).json()["rows"][0]["reason"] == REASON["reason"]


async def test_a_reason_for_an_element_that_neither_text_has_is_refused(http, bill_id, signed):
    path = f"/bills/{bill_id}/reasons/art_9"
    answer = await http.put(path, json=REASON, headers=signed(DEPUTY))
    assert (answer.status_code, answer.json()["code"]) == (422, "no-such-element")
    assert "art_9" in answer.json()["detail"]


async def test_others_give_no_reasons_for_a_draft(http, bill_id, signed):
    path = f"/bills/{bill_id}/reasons/{PLACE}"
    for person, code in ((ANOTHER_DEPUTY, "not-now"), (CLERK, "not-entitled")):
        answer = await http.put(path, json=REASON, headers=signed(person))
        assert answer.json()["code"] == code
    assert (await http.put(path, json=REASON)).status_code == 401
    assert (await http.get(f"/bills/{bill_id}/comparison")).json()["rows"][0]["reason"] is None


async def test_later_the_clerk_gives_them(desk, http, bill_id, signed):
    async with desk.work() as work:
        bill = await Bills(work).get(bill_id)
        bill.stage, bill.lead_committee_id = Stage.IN_COMMITTEE, COMMITTEE
    path = f"/bills/{bill_id}/reasons/{PLACE}"
    assert (await http.put(path, json=REASON, headers=signed(DEPUTY))).status_code == 403
    assert (await http.put(path, json=REASON, headers=signed(CLERK))).status_code == 204


@pytest.mark.parametrize(
    ("query", "code"),
    [("from=7", "text-not-found"), ("to=7", "text-not-found"), ("from=0", "invalid-request")],
)
async def test_there_is_nothing_to_compare_with_a_version_there_never_was(
    http, bill_id, query, code
):
    answer = await http.get(f"/bills/{bill_id}/comparison?{query}")
    assert answer.json()["code"] == code


async def test_a_form_that_there_is_not_is_refused(http, bill_id):
    answer = await http.get(f"/bills/{bill_id}/comparison.exe")
    assert answer.status_code == 422


async def test_a_table_that_nobody_would_print_is_not_printed(http, signed):
    long = "Статья 1. Данные\n\n" + "".join(f"{n}) данные;\n" for n in range(1, MOST_ROWS + 1))
    body = DRAFT | {"texts": {"kk": "", "ru": long}}
    bill_id = (await http.post("/bills", json=body, headers=signed(DEPUTY))).json()["id"]
    query = "language=ru&unchanged=true"
    for form in ("docx", "pdf"):
        answer = await http.get(f"/bills/{bill_id}/comparison.{form}?{query}")
        assert (answer.status_code, answer.json()["code"]) == (422, "table-too-long")
    assert (await http.get(f"/bills/{bill_id}/comparison.html?{query}")).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("", Form.JSON),
        ("*/*", Form.JSON),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", Form.HTML),
        ("application/pdf;q=0.5, text/html;q=0.4", Form.PDF),
        ("application/pdf;q=0", Form.JSON),
        ("application/pdf;q=x, text/html;q=nan", Form.JSON),
    ],
)
def test_the_reader_is_given_the_form_liked_best(accepted, form):
    assert preferred_form(accepted) is form


@pytest.mark.parametrize("role", [Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY])
def test_the_lead_committee_gives_reasons_and_no_other_committee(role):
    bill = a_bill(stage=Stage.AMENDING, lead_committee_id=COMMITTEE)
    ours, theirs = (
        Actor(UUID(int=9), frozenset({Standing(role, body)})) for body in (COMMITTEE, UUID(int=70))
    )
    give_reason(bill, PLACE, frozenset({PLACE}), an_occasion(ours))
    with pytest.raises(NotNow, match="lead committee"):
        give_reason(bill, PLACE, frozenset({PLACE}), an_occasion(theirs))
