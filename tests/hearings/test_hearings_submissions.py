"""What is submitted in writing: by hand, through e-Otinish, and what becomes of it."""

import httpx
import pytest
from pydantic import SecretStr

from services.hearings.api.equipment import equip
from services.hearings.service import SERVICE
from tests.a_service import SETTINGS, app_of
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    CLERK,
    COMMITTEE_CHAIR,
    DEPUTY,
    LEADER,
    PROFILE,
)
from tests.hearings.conftest import mandate_of

SECRET = "a secret of two systems"  # noqa: S105 of this test
DIGEST = "ab" * 32
CITIZEN = {"kind": "citizen", "name": "Азамат 1"}
OF_DEPUTY = {"author": {"kind": "deputy", "name": "Депутат 12"}, "text": {"kk": "Пікір."}}
BY_HAND = {"author": CITIZEN, "text": WORDS, "document": {"name": "x.pdf", "digest": DIGEST}}
REASON = {"reason": WORDS}


@pytest.fixture
async def http(desk):
    """The service with the secret it shares with e-Otinish."""
    app = app_of(SERVICE, desk, PROFILE)
    settings = SETTINGS.model_copy(update={"e_otinish_secret": SecretStr(SECRET)})
    async with equip(app, settings):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://hearings") as client:
            yield client


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    await hear(mandate_of(DEPUTY))
    await hear(mandate_of(LEADER))
    return Asker(http)


@pytest.fixture
async def path(ask):
    return f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"


def passed_on(path, **but):
    whole = {
        "registration_number": "ЖТ-2026-0000001",
        "registered_at": "2026-11-30T05:00:00Z",
        "hearing_id": path.rpartition("/")[2],
        "applicant": {"kind": "individual", "name": "Азамат 2"},
        "language": "kk",
        "text": "Ұсыныс мәтіні.",
    }
    return whole | but


async def handed_in(ask, body, secret=SECRET):
    return await ask.post("/submissions/e-otinish", body, by=None, Adapter_Secret=secret)


async def test_a_submission_is_read_by_all_once_it_is_published(ask, path):
    one = await ask.done(f"{path}/submissions", BY_HAND, by=CLERK)
    assert (one["stage"], one["phase"], one["author"]) == ("received", "before", "Азамат 1")
    where = f"/submissions/{one['id']}"
    assert (await ask.http.get(where)).status_code == 404
    assert await ask.got(f"{path}/submissions") == []

    await ask.done(f"{where}/publication")

    shown = await ask.got(where)
    assert (shown["author_kind"], shown["author"]) == ("citizen", None)
    assert shown["document"] == BY_HAND["document"]
    assert [s["id"] for s in await ask.got(f"{path}/submissions")] == [one["id"]]
    assert (await ask.got(where, by=COMMITTEE_CHAIR))["author"] == "Азамат 1"


async def test_who_wants_to_be_named_is(ask, path):
    named = BY_HAND | {"author": CITIZEN | {"wants_to_be_named": True}}
    for body in (named, OF_DEPUTY):
        one = await ask.done(f"{path}/submissions", body, by=CLERK)
        await ask.done(f"/submissions/{one['id']}/publication")
    assert [s["author"] for s in await ask.got(f"{path}/submissions")] == ["Азамат 1", "Депутат 12"]


async def test_a_submission_is_returned_with_the_reason_and_stays_unread(ask, path):
    one = await ask.done(f"{path}/submissions", BY_HAND, by=CLERK)
    where = f"/submissions/{one['id']}"
    returned = await ask.done(f"{where}/return", REASON)
    assert (returned["stage"], returned["reason"]) == ("returned", WORDS)
    assert (await ask.post(f"{where}/publication")).status_code == 409
    assert (await ask.http.get(where)).status_code == 404


async def test_a_deputy_submits_as_a_deputy_and_for_nobody_else(ask, path):
    assert (await ask.post(f"{path}/submissions", OF_DEPUTY, by=DEPUTY)).status_code == 201
    for_another = await ask.post(f"{path}/submissions", BY_HAND, by=DEPUTY)
    assert (for_another.status_code, for_another.json()["code"]) == (409, "not-now")
    assert (await ask.post(f"{path}/submissions", BY_HAND, by=None)).status_code == 401


@pytest.mark.parametrize(("by", "status"), [(ANOTHER_CHAIR, 409), (DEPUTY, 403)])
async def test_others_moderate_nothing(ask, path, by, status):
    one = await ask.done(f"{path}/submissions", BY_HAND, by=CLERK)
    for what, body in (("publication", None), ("return", REASON)):
        answer = await ask.post(f"/submissions/{one['id']}/{what}", body, by=by)
        assert answer.status_code == status


async def test_submissions_come_before_and_after_until_the_recommendations(ask, path):
    await ask.done(f"{path}/registration", by=DEPUTY)
    phases = []
    for step in (None, "opening", "closing"):
        if step:
            await ask.done(f"{path}/{step}")
        phases.append((await ask.done(f"{path}/submissions", BY_HAND, by=CLERK))["phase"])
    assert phases == ["before", "during", "after"]
    whole = {"recommendations": [WORDS], "votes_for": 1, "taking_part": 1}
    await ask.done(f"{path}/recommendations", whole)
    assert (await ask.post(f"{path}/submissions", BY_HAND, by=CLERK)).status_code == 409


async def test_e_otinish_hands_in_once_for_each_number_however_often_it_tries(ask, path):
    body = passed_on(path)
    answers = await ask.at_once(*(handed_in(ask, body) for _ in range(6)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    [one] = await ask.got(f"{path}/submissions", by=CLERK)
    assert (one["number"], one["author"]) == ("ЖТ-2026-0000001", "Азамат 2")
    assert one["registered_at"] == "2026-11-30T05:00:00Z"
    assert one["text"] == {"kk": "Ұсыныс мәтіні.", "ru": None}
    acts = await handed_in(ask, passed_on(path, registration_number="ЖТ-2"))
    assert acts.json()["id"] != one["id"]


async def test_another_text_under_the_same_number_is_refused(ask, path):
    await handed_in(ask, passed_on(path))
    answer = await handed_in(ask, passed_on(path, text="Басқа мәтін."))
    assert (answer.status_code, answer.json()["code"]) == (409, "number-taken")
    assert len(await ask.got(f"{path}/submissions", by=CLERK)) == 1


async def test_without_the_secret_only_the_apparatus_hands_in(ask, path):
    body = passed_on(path)
    assert (await handed_in(ask, body, secret=SECRET[1:])).status_code == 401
    assert (await ask.post("/submissions/e-otinish", body, by=None)).status_code == 401
    as_deputy = await ask.post("/submissions/e-otinish", body, by=DEPUTY)
    assert as_deputy.status_code == 409
    assert (await ask.post("/submissions/e-otinish", body, by=CLERK)).status_code == 201


async def test_a_service_without_a_secret_believes_no_other_system(path, desk):
    app = app_of(SERVICE, desk, PROFILE)
    async with (
        equip(app, SETTINGS),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client,
    ):
        answer = await handed_in(Asker(client), passed_on(path), secret="")
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "but",
    [
        {"language": "en"},
        {"text": " "},
        {"applicant": {"kind": "individual", "name": "x", "iin": "600101100001"}},
        {"attachment": {"name": "x", "digest": "short"}},
        {"registration_number": ""},
    ],
)
async def test_what_e_otinish_cannot_mean_is_refused(ask, path, but):
    assert (await handed_in(ask, passed_on(path, **but))).status_code == 422
