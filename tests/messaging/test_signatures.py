"""Nobody is believed who has not signed, not even the administrator of the broker."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import nats
import pytest
import pytest_asyncio
import sqlalchemy as sa

from shared.messaging.envelope import Envelope, opened, wrapped
from shared.messaging.keys import derived, keyring_of, public_text
from shared.messaging.parking import Parking
from shared.messaging.refusals import Refusals
from shared.messaging.relay import publish_one
from shared.messaging.signatures import Keyring, NotSigned
from shared.settings import Settings, SettingsMissing
from shared.store.ids import new_id
from tests.messaging import chamber_of_notes as notes
from tests.messaging.chamber_of_notes import HEARER, SECRET, TELLER, NoteChanged, hearer, kept, say
from tests.messaging.conftest import until
from tests.messaging.times import NOON

pytestmark = pytest.mark.asyncio(loop_scope="module")

TELLERS = notes.keyring_of(TELLER)
LATER = datetime.now(UTC) + timedelta(days=1)


@pytest_asyncio.fixture(loop_scope="module")
async def admin(pair):
    """The broker's administrator, who may publish anything anywhere."""
    connection = await nats.connect(pair.running.nats_admin_url)
    yield connection
    await connection.close()


def a_fact(words="told", *, note_id=None, sequence=1) -> Envelope:
    fact = NoteChanged(at=NOON, note_id=note_id or new_id(), words=words)
    return wrapped(fact, event_id=new_id(), sequence=sequence)


def changed(envelope, **attributes) -> Envelope:
    return envelope.model_copy(update=attributes)


def unsigned() -> Envelope:
    return a_fact()


def signed_by_another_service() -> Envelope:
    return notes.keyring_of(HEARER).signed(a_fact())


def signed_elsewhere() -> Envelope:
    key = derived("the secret of another installation", TELLER)
    return Keyring(key, {}).signed(a_fact())


def with_changed_words() -> Envelope:
    true = TELLERS.signed(a_fact())
    return changed(true, data=true.data | {"words": "forged"})


def under_another_case() -> Envelope:
    return changed(TELLERS.signed(a_fact()), subject=f"note/{new_id()}")


def under_another_place() -> Envelope:
    return changed(TELLERS.signed(a_fact(sequence=2)), sequence=1)


def with_another_id() -> Envelope:
    return changed(TELLERS.signed(a_fact()), id=new_id())


def with_an_attribute_more() -> Envelope:
    return Envelope.model_validate(TELLERS.signed(a_fact()).as_told() | {"dataschema": "mine"})


def with_a_null_for_a_signature() -> Envelope:
    return changed(a_fact(), signature="null")


FORGERIES = (
    unsigned,
    signed_by_another_service,
    signed_elsewhere,
    with_changed_words,
    under_another_case,
    under_another_place,
    with_another_id,
    with_an_attribute_more,
    with_a_null_for_a_signature,
)


@pytest.mark.parametrize("forged", FORGERIES, ids=lambda forged: forged.__name__)
async def test_a_forgery_of_the_brokers_administrator_has_no_effect(pair, admin, forged):
    """It is set aside with its reason; a true fact of the same case is heard as if it never was."""
    forgery = forged()
    await publish_one(admin, forgery)
    refusals = Refusals(pair.hearer, HEARER)

    async with pair.at_work():
        await until(lambda: _is_refused(refusals, forgery))
        async with pair.teller.work() as work:
            await say(work, "true", note_id=forgery.case_id)
        words = await pair.until_heard(1, forgery.case_id)

    assert words == ["true"]
    assert await _traces_of(pair, forgery) == {"inbox": 0, "parked": 0, "position": 1}


async def test_a_true_fact_told_again_at_another_address_is_known(pair, admin):
    async with pair.at_work():
        async with pair.teller.work() as work:
            note_id = await say(work, "once")
        await pair.until_heard(1, note_id)
        told = await _told_of(pair, note_id)
        for address in (f"facts.{TELLER}.note.note_changed.{new_id()}", told.address):
            await admin.publish(address, told.as_bytes())
        async with pair.teller.work() as work:
            await say(work, "again", note_id=note_id)

        assert await pair.until_heard(2, note_id) == ["once", "again"]
    assert not [
        r for r in await Refusals(pair.hearer, HEARER).all() if r.message == told.as_bytes()
    ]


async def test_a_forgery_that_comes_again_is_kept_once_and_counted(pair, admin):
    forgery = unsigned()
    refusals = Refusals(pair.hearer, HEARER)
    await admin.publish(forgery.address, forgery.as_bytes())
    await admin.publish(forgery.address, forgery.as_bytes())

    async with pair.hearing():
        await until(lambda: _is_refused(refusals, forgery, times=2))

    (refused,) = [r for r in await refusals.all() if r.message == forgery.as_bytes()]
    assert refused.reason == "there is no signature"
    assert (refused.teller, refused.subject) == (TELLER, forgery.address)


async def test_a_fact_refused_for_want_of_its_key_is_taken_in_once_the_key_is_known(pair, admin):
    """As when a service got a new key before the others were told of it."""
    new = Keyring(derived("a new secret", TELLER), {})
    note_id = new_id()
    told = [
        new.signed(a_fact(words, note_id=note_id, sequence=place))
        for place, words in enumerate("ab", start=1)
    ]
    refusals, consumers = Refusals(pair.hearer, HEARER), hearer(deaf_to=set())
    async with pair.hearing():
        for envelope in told:
            await publish_one(admin, envelope)
            await until(lambda envelope=envelope: _is_refused(refusals, envelope))

    await refusals.replay(consumers, TELLERS)
    assert await pair.heard_of(note_id) == []

    both = Keyring(TELLERS.own, {TELLER: (*TELLERS.known[TELLER], new.own.public_key())})
    left = await refusals.replay(consumers, both)

    assert await pair.heard_of(note_id) == ["a", "b"]
    assert not {r.message for r in left} & {envelope.as_bytes() for envelope in told}


async def test_unsigned_facts_from_before_the_upgrade_are_taken_in_where_a_setting_says_so(
    pair, admin
):
    old, forged = a_fact("from before"), with_changed_words()
    async with pair.hearing():
        await publish_one(admin, old)
        await until(lambda: _is_refused(Refusals(pair.hearer, HEARER), old))
    pair.unsigned_before = LATER
    other = a_fact("too")
    async with pair.hearing():
        await publish_one(admin, forged)
        await publish_one(admin, other)
        assert await pair.until_heard(1, other.case_id) == ["too"]

    await Refusals(pair.hearer, HEARER).replay(
        hearer(deaf_to=set()), notes.keyring_of(HEARER, unsigned_before=LATER)
    )

    assert await pair.heard_of(old.case_id, forged.case_id) == ["from before"]


async def test_a_parked_fact_is_asked_for_its_signature_again(pair):
    true = TELLERS.signed(a_fact())
    parking = Parking(pair.hearer, HEARER)
    forged = changed(TELLERS.signed(a_fact()), data={"words": "forged"})
    for _ in range(5):
        for envelope in (true, forged):
            await parking.failed(envelope, ValueError())

    left = await parking.replay(hearer(deaf_to=set()), TELLERS)

    assert [p.envelope.id for p in left] == [forged.id]
    assert left[0].error == "NotSigned"
    assert await pair.heard_of(true.case_id, forged.case_id) == ["told"]
    await parking.forget(forged)


async def test_the_same_row_is_told_in_the_same_bytes_and_read_as_it_was_told():
    envelope = a_fact('бір\u2028 \u0001 \U0001f5f3 "\\/')

    told = TELLERS.signed(envelope)

    assert TELLERS.signed(envelope).as_bytes() == told.as_bytes()
    document = opened(told.as_bytes())
    assert Envelope.read(document, teller=TELLER).as_told() == document == told.as_told()
    TELLERS.check(document, NOON)


async def test_a_signature_of_anything_else_is_none_of_a_fact():
    told = a_fact().as_told()
    without_domain = b64encode(TELLERS.own.sign(a_fact().as_bytes())).decode()
    for wrong in (without_domain, "", "?", "AAAA", None, 7, ["x"]):
        with pytest.raises(NotSigned):
            TELLERS.check(told | {"signature": wrong}, NOON)
    for source in (None, 7, "/kurultai/hearings"):
        with pytest.raises(NotSigned, match="no key is known"):
            TELLERS.check(told | {"source": source}, NOON)


async def test_without_its_key_no_service_starts_to_tell_or_hear():
    theirs = derived("their own", "bills")
    given = {"facts_key": "07" * 32, "facts_keys": {"bills": [public_text(theirs)]}}

    keyring = keyring_of(settings(**given), "voting", ["bills"])

    fact = Keyring(theirs, {}).signed(a_fact())
    keyring.check(fact.as_told(), NOON)
    for missing in (
        {},
        {"facts_key": "07" * 31},
        {"facts_key": "07" * 32, "secret": SECRET},
        given | {"facts_keys": {"bills": ["AAAA"]}},
    ):
        with pytest.raises(SettingsMissing, match="KURULTAI_FACTS_KEY"):
            keyring_of(settings(**missing), "voting", ["bills"])


async def test_who_has_a_key_of_its_own_derives_nobody_elses():
    theirs = public_text(derived("their own", "bills"))
    shared = keyring_of(settings(secret=SECRET), "voting", ["bills"])
    own = keyring_of(
        settings(secret=SECRET, facts_key="07" * 32, facts_keys={"bills": [theirs]}),
        "voting",
        ["bills"],
    )
    from_the_secret = Keyring(derived(SECRET, "bills"), {}).signed(a_fact()).as_told()

    shared.check(from_the_secret, NOON)
    with pytest.raises(NotSigned, match="not one of /kurultai/bills"):
        own.check(from_the_secret, NOON)


def settings(**given) -> Settings:
    return Settings(database_url="postgresql://unused", nats_url="nats://unused", **given)


async def _is_refused(refusals, envelope, times=1):
    found = {refused.message: refused.times for refused in await refusals.all()}
    return found.get(envelope.as_bytes(), 0) >= times


async def _told_of(pair, note_id) -> Envelope:
    async with pair.teller.sessions() as session:
        query = sa.select(kept.outbox).where(kept.outbox.c.case_id == note_id)
        row = (await session.execute(query)).mappings().one()
    return TELLERS.signed(Envelope.of_row(dict(row)))


async def _traces_of(pair, forgery) -> dict[str, int]:
    """What a hearer that believed it would have left; the position is that of the true fact."""
    inbox, parked, positions = kept.inbox, kept.parked, kept.positions
    count = sa.select(sa.func.count())
    async with pair.hearer.sessions() as session:
        return {
            "inbox": await session.scalar(count.where(inbox.c.event_id == forgery.id)),
            "parked": await session.scalar(count.where(parked.c.case_id == forgery.case_id)),
            "position": await session.scalar(
                sa.select(positions.c.sequence).where(positions.c.case_id == forgery.case_id)
            ),
        }
