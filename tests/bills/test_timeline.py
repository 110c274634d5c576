"""The path of a bill as the public reads it: from the draft to the law, nothing left out."""

from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from services.bills.service import SERVICE
from shared.kernel.rules import Outcome
from tests.a_service import http_of
from tests.bills import facts
from tests.bills.builders import (
    CHAIR,
    CLERK,
    DEPUTY,
    DEPUTY_CHAIR,
    GOVERNMENT,
    PRESIDENT,
    PRIME_MINISTER,
    PROFILE,
    a_package,
)
from tests.bills.conftest import (
    hearing_at,
    opened_desk,
    signature_of,
)

TITLE = {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"}
TEXT = {"kk": "1-бап.", "ru": "Статья 1."}
REASON = {"kk": "Кестені толықтырыңыз.", "ru": "Дополните таблицу."}
GAZETTE = {"kk": "«Егемен Қазақстан»", "ru": "«Казахстанская правда»"}
PACKAGE = [document.model_dump(mode="json") for document in a_package()]
PROPOSAL = {"title": TITLE, "texts": TEXT, "package": PACKAGE, "touches_budget": True}

WHOLE_PATH = [
    ("draft", None, "draft"),
    ("introduce", "draft", "submitted"),
    ("return_incomplete", "submitted", "draft"),
    ("revise", "draft", "draft"),
    ("introduce", "draft", "submitted"),
    ("register", "submitted", "registered"),
    ("note_government_conclusion", "registered", "registered"),
    ("admit", "registered", "admitted"),
    ("note_referral", "admitted", "in_committee"),
    ("hearings.hearing_called.v1", None, None),
    ("hearings.hearing_held.v1", None, None),
    ("hearings.recommendations_adopted.v1", None, None),
    ("note_conclusion", "in_committee", "scheduled"),
    ("open_reading", "scheduled", "in_reading"),
    ("note_no_decision", "in_reading", "scheduled"),
    ("open_reading", "scheduled", "in_reading"),
    ("approve_concept", "in_reading", "amending"),
    ("note_conclusion", "amending", "scheduled"),
    ("open_reading", "scheduled", "in_reading"),
    ("approve_text", "in_reading", "final_edit"),
    ("confirm_final_edit", "final_edit", "scheduled"),
    ("open_reading", "scheduled", "in_reading"),
    ("adopt", "in_reading", "adopted"),
    ("countersign_as_chair", "adopted", "adopted"),
    ("countersign_as_prime_minister", "adopted", "adopted"),
    ("send_to_president", "adopted", "sent_to_president"),
    ("sign", "sent_to_president", "signed"),
    ("publish", "signed", "published"),
]


class Passage:
    """Takes one bill along its path, as those do whose business it is."""

    def __init__(self, http, signed, hear):
        self._http, self._signed, self._hear = http, signed, hear
        self._told = {}
        self.id = ""
        self.version = 0

    async def open(self):
        answer = await self._http.post(
            "/bills", json=PROPOSAL | {"kind": "law"}, headers=self._signed(DEPUTY)
        )
        self._arrived(answer)

    async def revise(self):
        headers = self._signed(DEPUTY) | {"If-Match": f'"{self.version}"'}
        self._arrived(
            await self._http.put(f"/bills/{self.id}/draft", json=PROPOSAL, headers=headers)
        )

    async def act(self, by, noun, body=None):
        answer = await self._http.post(
            f"/bills/{self.id}/{noun}", json=body, headers=self._signed(by)
        )
        self._arrived(answer)
        return answer.json()

    async def hear(self, fact):
        place = self._told[fact.case_id] = self._told.get(fact.case_id, 0) + 1
        await self._hear(fact, sequence=place)

    async def read(self, reading, outcome=Outcome.ADOPTED, votes_for=100, by=CHAIR):
        opened = await self.act(by, "reading")
        question_id = opened["readings"][-1]["question_id"]
        await self.hear(
            facts.a_result(self.id, question_id, outcome, reading=reading, votes_for=votes_for)
        )

    def _arrived(self, answer):
        assert answer.is_success, answer.text
        self.id, self.version = answer.json()["id"], answer.json()["version"]


async def take_to_registration(passage):
    await passage.open()
    await passage.act(DEPUTY, "introduction")
    await passage.act(CLERK, "return", {"reason": REASON})
    await passage.revise()
    await passage.act(DEPUTY, "introduction")
    await passage.act(CLERK, "registration")
    await passage.act(GOVERNMENT, "government-conclusion", {"positive": True, "reason": REASON})
    await passage.act(CLERK, "admission")


async def take_through_the_readings(passage):
    await passage.hear(facts.a_referral(passage.id))
    await passage.hear(facts.a_hearing_called(passage.id))
    await passage.hear(facts.a_hearing_held(passage.id))
    await passage.hear(facts.recommendations(passage.id))
    await passage.hear(facts.a_conclusion(passage.id, 1))
    await passage.read(1, Outcome.NO_DECISION, votes_for=72)
    await passage.read(1, votes_for=73)
    await passage.hear(facts.a_conclusion(passage.id, 2))
    await passage.read(2, by=DEPUTY_CHAIR)
    await passage.act(CLERK, "final-edit", {"texts": TEXT})
    await passage.read(3)


async def take_to_publication(passage):
    await passage.act(CHAIR, "chair-countersignature")
    await passage.act(PRIME_MINISTER, "prime-minister-countersignature")
    await passage.act(CLERK, "dispatch")
    await passage.act(PRESIDENT, "signature")
    now = datetime.now(UTC).isoformat()
    await passage.act(GOVERNMENT, "publication", {"published_in": GAZETTE, "published_at": now})


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def record(urls):
    """A bill that went the whole way, with a return, a hearing and a reading without decision.

    Under "bill" the bill as it is shown in the end, under each language its timeline.
    """
    async with opened_desk(urls) as desk, http_of(SERVICE, desk, PROFILE) as http:
        passage = Passage(http, signature_of, hearing_at(desk))
        await take_to_registration(passage)
        await take_through_the_readings(passage)
        await take_to_publication(passage)
        return await read_all(http, f"/bills/{passage.id}")


async def read_all(http, place):
    read = {"bill": (await http.get(place)).json()}
    for language in ("kk", "ru", "en"):
        answer = await http.get(f"{place}/timeline", headers={"Accept-Language": language})
        assert answer.status_code == 200, answer.text
        read[language] = answer.json()
    return read


def test_the_timeline_tells_the_whole_path_in_order(record):
    steps = record["en"]

    told = [(s["act"] or s["fact"], s["from_stage"], s["to_stage"]) for s in steps]
    assert told == [("draft", "new", "draft"), *WHOLE_PATH[1:]]
    assert [s["at"] for s in steps] == sorted(s["at"] for s in steps)
    assert all(s["provision"] for s in steps)
    assert {s["profile"] for s in steps if s["act"]} == {PROFILE.name}


REGISTERED = {
    "kk": ("Заң жобасы тіркелді", "тіркелді", "Құрылтай Аппараты", "№ 106 тұлға"),
    "ru": ("Законопроект зарегистрирован", "зарегистрирован", "Аппарат Курултая", "Лицо № 106"),
    "en": ("Bill registered", "registered", "clerk of the Kurultai", "№ 106 тұлға"),
}


@pytest.mark.parametrize("language", REGISTERED)
def test_it_names_everything_in_the_readers_language(record, language):
    step = next(s for s in record[language] if s["act"] == "register")

    title, stage, role, name = REGISTERED[language]
    assert (step["title"], step["to_stage_name"]) == (title, stage)
    assert step["who"] == {
        "person_id": str(CLERK.person_id),
        "name": name,
        "role": "clerk",
        "role_name": role,
    }
    assert any("-0001" in sentence for sentence in step["sentences"])


def test_no_step_lacks_a_name_in_any_language(record):
    for language in ("kk", "ru", "en"):
        for step in record[language]:
            assert step["title"]
            assert bool(step["from_stage"]) == bool(step["from_stage_name"])
            assert all(step["sentences"])


def test_every_vote_stands_beside_what_it_decided(record):
    votes = {(s["act"], s["reading"]): s["vote"] for s in record["en"] if s["vote"] is not None}

    assert {key: vote["votes_for"] for key, vote in votes.items()} == {
        ("note_no_decision", 1): 72,
        ("approve_concept", 1): 73,
        ("approve_text", 2): 100,
        ("adopt", 3): 100,
    }
    undecided = votes["note_no_decision", 1]
    assert (undecided["outcome"], undecided["outcome_name"]) == (
        "no_decision",
        "no decision taken",
    )
    counted = ("votes_for", "against", "abstained", "present_not_voted", "absent")
    assert sum(undecided[name] for name in counted) == undecided["whole"] == 145
    assert (undecided["needed"], undecided["provision"]) == (73, "Constitution 2026, art. 61(4)")
    assert undecided["sentence"] == (
        "For 72, against 20, abstained 0, present but not voting 53, absent 0. Needed: 73 of 145."
    )


def test_bodies_act_under_their_own_names(record):
    who = {s["act"]: s["who"] for s in record["ru"] if s["act"]}
    assert who["adopt"]["role"] == "kurultai"
    assert who["note_conclusion"]["role"] == "committee"
    assert who["note_referral"]["role_name"] == "Председатель Курултая"
    assert who["adopt"]["person_id"] is None


def test_words_given_with_an_act_are_told_with_it(record):
    said = {s["act"] or s["fact"]: s["sentences"] for s in record["ru"]}
    assert said["return_incomplete"] == [REASON["ru"]]
    assert said["note_referral"] == ["Головной комитет: Комитет по цифровому развитию."]
    assert said["note_conclusion"][2] == "Рекомендуется поддержать."
    assert said["open_reading"] == ["Чтение № 3: правовая корректность окончательного текста."]
    assert said["publish"][0] == GAZETTE["ru"]
    assert said["hearings.recommendations_adopted.v1"] == [
        "За — 30 из 40 принявших участие депутатов.",
        "Рекомендуется поддержать.",
    ]
    assert said["hearings.hearing_called.v1"][1] == "Начало: 01.12.2026 10:00."


def test_what_others_told_leads_back_to_them(record):
    sources = {s["act"] or s["fact"]: (s["source"], s["reference_id"]) for s in record["en"]}
    assert sources["note_referral"] == ("committees", str(facts.REFERRAL))
    assert sources["hearings.hearing_held.v1"] == ("hearings", str(facts.HEARING))
    assert sources["adopt"][0] == "voting"
    assert sources["register"] == ("bills", None)


def test_every_version_of_the_texts_is_told_where_it_was_laid_down(record):
    laid = [(s["act"], s["text_version"]) for s in record["en"] if s["text_version"]]
    assert laid == [("draft", 1), ("revise", 2), ("confirm_final_edit", 3)]


def test_the_days_that_followed_are_told(record):
    bill = record["bill"]
    said = {s["act"]: " ".join(s["sentences"]) for s in record["en"]}

    def written(day):
        return datetime.fromisoformat(day).strftime("%d.%m.%Y")

    assert written(bill["send_by"]) in said["adopt"]
    assert written(bill["signature_due"]) in said["send_to_president"]
    assert written(bill["in_effect_on"]) in said["publish"]
    adopted = datetime.fromisoformat(bill["adopted_at"])
    assert datetime.fromisoformat(bill["send_by"]).date() <= (adopted + timedelta(days=10)).date()


def test_the_bill_itself_shows_its_readings_and_votes(record):
    bill = record["bill"]
    assert (bill["stage"], bill["reading"], bill["readings_passed"]) == ("published", 3, 3)
    assert [(r["reading"], r["vote"]["outcome"]) for r in bill["readings"]] == [
        (1, "no_decision"),
        (1, "adopted"),
        (2, "adopted"),
        (3, "adopted"),
    ]


async def test_a_result_that_changed_nothing_is_told_as_a_fact(http, signed, hear):
    passage = Passage(http, signed, hear)
    await take_to_registration(passage)
    await passage.hear(facts.a_referral(passage.id))
    await passage.hear(facts.a_conclusion(passage.id, 1))
    opened = await passage.act(CHAIR, "reading")
    await passage.act(DEPUTY, "withdrawal", {"reason": REASON})

    late = facts.a_result(passage.id, opened["readings"][-1]["question_id"])
    await passage.hear(late)

    *_, withdrawn, told = (await http.get(f"/bills/{passage.id}/timeline")).json()
    assert (withdrawn["act"], withdrawn["to_stage"]) == ("withdraw", "withdrawn")
    assert (told["act"], told["fact"]) == (None, "voting.result_certified.v1")
    assert told["vote"]["votes_for"] == 100
    assert told["title"] == "Result of a vote"
