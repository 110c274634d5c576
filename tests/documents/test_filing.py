"""Documents are filed with a bill: by whom, what is taken, and what is refused and not kept."""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.bills.domain.stages import Stage
from services.bills.store.tables import filings
from shared.kernel.actor import Role
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    PRESIDENT,
    a_person,
)
from tests.documents.conftest import MOST
from tests.documents.filing import ABOUT, a_document, digest_of, filed, sha_header
from tests.files import documents as d


async def kept(desk):
    async with desk.sessions() as session:
        return await session.scalar(sa.select(sa.func.count()).select_from(filings))


async def test_a_document_is_filed_and_shown_with_its_digest(http, on_file):
    bill = await on_file()

    answer = await filed(http, bill, d.TEXT)

    shown = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"].endswith(shown["id"])
    assert (shown["digest"], shown["size"]) == (digest_of(d.TEXT), len(d.TEXT))
    assert (shown["media_type"], shown["kind"]) == ("text/plain", "explanatory_note")
    assert (shown["filed_by"], shown["scan"]) == (str(DEPUTY.person_id), "not_scanned")
    assert (await http.get(f"/bills/{bill.id}/documents")).json() == [shown]
    assert (await http.get(f"/bills/{bill.id}/documents/{shown['id']}")).json() == shown


async def test_the_filing_is_an_act_on_the_record_and_a_fact(http, on_file, desk):
    bill = await on_file()
    shown = await a_document(http, bill)
    acts, outbox = desk.kept.acts, desk.kept.outbox
    async with desk.sessions() as session:
        act = (await session.execute(sa.select(acts).where(acts.c.about == "filing"))).one()
        fact = (await session.execute(sa.select(outbox).where(outbox.c.about == "filing"))).one()
    assert (act.act, act.role, str(act.case_id)) == ("file_as_initiator", "deputy", shown["id"])
    assert act.provision == "Law 480-V, art. 29(1), 29(2)"
    assert (fact.type, fact.sequence) == ("bills.document_filed.v1", 1)
    assert (fact.body["bill_id"], fact.body["digest"]) == (str(bill.id), shown["digest"])


@pytest.mark.parametrize(
    "case",
    [
        (DEPUTY, Stage.DRAFT, "explanatory_note", 201),
        (DEPUTY, Stage.SUBMITTED, "explanatory_note", 409),
        (DEPUTY, Stage.DRAFT, "government_conclusion", 409),
        (ANOTHER_DEPUTY, Stage.DRAFT, "explanatory_note", 409),
        (CLERK, Stage.DRAFT, "other", 201),
        (CLERK, Stage.PUBLISHED, "protocol", 201),
        (GOVERNMENT, Stage.REGISTERED, "government_conclusion", 201),
        (GOVERNMENT, Stage.DRAFT, "government_conclusion", 409),
        (GOVERNMENT, Stage.REGISTERED, "protocol", 409),
        (a_person(Role.CLERK, number=999), Stage.DRAFT, "other", 403),
    ],
)
async def test_each_files_what_the_rules_let_them_when_they_let_them(http, on_file, desk, case):
    by, stage, kind, status = case
    bill = await on_file(stage=stage)

    answer = await filed(http, bill, by=by, kind=kind)

    assert answer.status_code == status, answer.text
    assert await kept(desk) == (1 if status == 201 else 0)
    if status == 409:
        assert answer.json()["unmet"][0]["provision"]


async def test_who_is_not_signed_in_files_nothing(http, on_file, desk):
    bill = await on_file()
    answer = await http.post(f"/bills/{bill.id}/documents", params=ABOUT, content=d.TEXT)
    assert (answer.status_code, await kept(desk)) == (401, 0)


async def test_who_may_not_file_is_refused_before_anything_is_read(http, on_file):
    bill = await on_file()
    read = []

    async def body():
        for _ in range(64):
            read.append(1)
            yield bytes(1024)

    answer = await filed(http, bill, body(), by=PRESIDENT)
    assert (answer.status_code, read) == (409, [])


@pytest.mark.parametrize(
    "case",
    [
        (b"", "text/plain", 422, "file-refused"),
        (d.PNG, "application/pdf", 415, "file-type-refused"),
        (b"MZ\x90\0", "application/octet-stream", 415, "file-type-refused"),
        (d.a_docx(**{"word__vbaProject.bin": b"\0"}), d.DOCX, 422, "file-refused"),
        (d.a_pdf(b"<< /S /JavaScript >>"), "application/pdf", 422, "file-refused"),
        (bytes(MOST + 1), "image/png", 413, "file-too-large"),
        (bytes(MOST + 500_000), "image/png", 413, "too-large"),
    ],
)
async def test_what_is_not_taken_is_refused_and_not_kept(http, on_file, desk, case):
    content, kind, status, code = case
    bill = await on_file()
    answer = await filed(http, bill, content, headers={"content-type": kind})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await kept(desk) == 0


async def test_a_refusal_for_size_and_for_kind_names_both(http, on_file):
    bill = await on_file()
    large = (await filed(http, bill, bytes(MOST + 1))).json()["detail"]
    larger = (await filed(http, bill, bytes(MOST + 500_000))).json()
    other = (await filed(http, bill, d.PNG)).json()["detail"]
    assert str(MOST) in large
    assert str(MOST + 1) in large
    assert (larger["sent_bytes"], larger["most_bytes"] >= MOST) == (MOST + 500_000, True)
    assert "text/plain" in other
    assert "image/png" in other


async def test_a_body_that_does_not_say_its_length_is_bounded_too(http, on_file, desk):
    bill = await on_file()

    async def endless():
        for _ in range(1000):
            yield bytes(64 * 1024)

    answer = await filed(http, bill, endless(), headers={"content-type": "image/png"})
    assert (answer.status_code, answer.json()["code"]) == (413, "file-too-large")
    assert await kept(desk) == 0


async def test_other_routes_keep_their_small_bodies(http, on_file, signed):
    bill = await on_file()
    answer = await http.put(
        f"/bills/{bill.id}/draft", content=bytes(1024 * 1024 + 1), headers=signed(DEPUTY)
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("header", ["repr-digest", "content-digest"])
async def test_a_digest_that_is_sent_must_be_that_of_what_came(http, on_file, desk, header):
    bill = await on_file()
    wrong = await filed(http, bill, d.TEXT, headers={header: sha_header(d.TEXT + b"!")})
    senseless = await filed(http, bill, d.TEXT, headers={header: "md5=:AAAA:"})
    right = await filed(
        http, bill, d.TEXT, headers={header: f"sha-512=:AA==:, {sha_header(d.TEXT)}"}
    )
    assert (wrong.status_code, wrong.json()["code"]) == (422, "digest-differs")
    assert digest_of(d.TEXT) in wrong.json()["detail"]
    assert (senseless.status_code, senseless.json()["code"]) == (422, "bad-digest")
    assert (right.status_code, await kept(desk)) == (201, 1)


@pytest.mark.parametrize(
    "about",
    [
        {"kind": "nothing"},
        {"language": "de"},
        {"file_name": "../../etc/passwd"},
        {"file_name": "a\nb"},
        {"name": ""},
        {"replaces": "7"},
        {"unknown": "field"},
    ],
)
async def test_what_is_said_of_a_document_is_checked(http, on_file, about):
    bill = await on_file()
    assert (await filed(http, bill, **about)).status_code == 422


async def test_a_newer_document_replaces_an_older_one_and_both_stay(http, on_file):
    bill = await on_file()
    old = await a_document(http, bill)
    new = await a_document(http, bill, d.TEXT + b"2", replaces=old["id"])
    again = await filed(http, bill, d.TEXT + b"3", replaces=old["id"])
    other = await filed(http, bill, d.TEXT, replaces=new["id"], by=CLERK)

    listed = (await http.get(f"/bills/{bill.id}/documents")).json()
    assert [each["id"] for each in listed[:2]] == [old["id"], new["id"]]
    assert (listed[0]["replaced_by_id"], listed[1]["replaces_id"]) == (new["id"], old["id"])
    assert again.status_code == 409
    assert other.status_code == 201


async def test_a_document_does_not_replace_that_of_another_bill_or_kind(http, on_file):
    bill, another = await on_file(), await on_file(number="2026-0002")
    theirs = await a_document(http, another)
    note = await a_document(http, bill)
    assert (await filed(http, bill, replaces=theirs["id"])).status_code == 404
    assert (await filed(http, bill, replaces=note["id"], kind="other")).status_code == 409


async def test_sent_again_with_its_key_a_document_is_filed_once(http, on_file, desk):
    bill = await on_file()
    key = {"idempotency-key": "once"}
    first = await filed(http, bill, headers=key)
    second = await filed(http, bill, headers=key)
    other = await filed(http, bill, d.TEXT + b"!", headers=key)
    assert (first.status_code, second.json()) == (201, first.json())
    assert second.headers["idempotency-replayed"] == "true"
    assert (other.status_code, await kept(desk)) == (422, 1)


async def test_documents_of_a_bill_that_is_not_there_are_not_found(http, on_file):
    bill = await on_file()
    missing = f"/bills/{uuid4()}/documents"
    assert (await http.get(missing)).status_code == 404
    assert (await http.get(f"/bills/{bill.id}/documents/{uuid4()}")).status_code == 404
    assert (await http.get(f"/bills/{bill.id}/documents/{uuid4()}/content")).status_code == 404


async def test_the_services_own_role_can_neither_change_nor_remove_a_document(http, on_file, desk):
    await a_document(http, await on_file())
    for statement in ("UPDATE filings SET digest = ''", "DELETE FROM filings"):
        async with desk.sessions() as session:
            with pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
                await session.execute(sa.text(statement))
