"""What each service may do on the servers, and what leaks from neither."""

import asyncio
import json
import subprocess
import urllib.request

import asyncpg
import pytest
import pytest_asyncio
from nats.js.api import ConsumerConfig, StreamConfig

from kurultai.servers import Servers, create_databases, role_url, service_role
from kurultai.servers.nats import binary
from kurultai.servers.ports import Ports
from kurultai.servers.provision import OtherPassword
from tests.servers.server_clients import broker, database
from tests.servers.server_processes import family, listening

pytestmark = pytest.mark.asyncio(loop_scope="module")

HEARS = {"voting": ["bills"], "bills": ["voting"]}
IIN = "840131300001"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def data(tmp_path_factory):
    return tmp_path_factory.mktemp("home") / "data"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(data):
    async with Servers(data, hears=HEARS, environment={}) as running:
        await make_streams(running.nats_admin_url)
        yield running


async def make_streams(url):
    async with broker(url) as (admin, _):
        for service in HEARS:
            stream = f"FACTS_{service.upper()}"
            config = StreamConfig(name=stream, subjects=[f"facts.{service}.>"])
            await admin.jetstream().add_stream(config)
            for hearer in {"voting", "bills"} - {service}:
                durable = ConsumerConfig(durable_name=hearer, ack_policy="explicit")
                await admin.jetstream().add_consumer(stream, durable)


async def test_only_the_loopback_is_listened_on(running, data):
    assert running
    assert listening(family(data)) == {"0100007F"}
    assert len(family(data)) > 5


async def test_what_postgresql_acknowledges_is_on_the_disk(running):
    settings = ("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
    async with database(running.database_urls["voting"]) as voting:
        assert {name: await voting.fetchval(f"SHOW {name}") for name in settings} == dict.fromkeys(
            settings, "on"
        )


async def test_what_nats_acknowledges_is_on_the_disk(running, data, tmp_path):
    """Its own monitoring is off, so another is asked how it understands the same words."""
    assert running
    config = json.loads((data / "nats/nats.conf").read_text())
    ports = Ports(tmp_path / "ports.json")
    config |= {"port": ports.pick("nats"), "http": f"127.0.0.1:{(http := ports.pick('http'))}"}
    config["jetstream"]["store_dir"] = str(tmp_path)
    (tmp_path / "nats.conf").write_text(json.dumps(config))
    command = [binary(), "--config", tmp_path / "nats.conf"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as twin:  # noqa: ASYNC220, S603
        try:
            assert (await asked(f"http://127.0.0.1:{http}/jsz"))["config"]["sync_always"] is True
        finally:
            twin.kill()


async def asked(url):
    for _ in range(100):
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: ASYNC210, S310
                return json.load(answer)
        except OSError:
            await asyncio.sleep(0.02)
    pytest.fail("it never answered")


async def test_secrets_are_for_their_owner_only(running, data):
    secret = {"secrets.json", "ports.json", "lock", "servers.lock", "nats/nats.conf"}
    assert {(data / name).stat().st_mode & 0o777 for name in secret} == {0o600}
    assert data.stat().st_mode & 0o777 == 0o700
    printed = f"{running!r} {running.secrets!r}"
    assert not [word for word in passwords(running.secrets) if word in printed]
    assert running.secrets.master == json.loads((data / "secrets.json").read_text())["master"]
    assert not list((data / "postgres").glob("*password*"))


def passwords(secrets):
    return [
        secrets.master,
        secrets.postgres,
        *secrets.databases.values(),
        *secrets.nats.values(),
        *secrets.facts.values(),
    ]


async def test_passwords_are_all_different(running):
    assert len(set(passwords(running.secrets))) == 2 + 10 + 6 + 5


async def test_a_service_uses_what_its_owner_makes_and_makes_nothing(running):
    async with database(running.owner_database_urls["voting"]) as owner:
        await owner.execute("""
            CREATE TABLE ballots (id bigserial PRIMARY KEY, choice text);
            CREATE FUNCTION quorum() RETURNS int LANGUAGE sql RETURN 73;
        """)
    async with database(running.database_urls["voting"]) as voting:
        await voting.execute("INSERT INTO ballots (choice) VALUES ('for')")
        await voting.execute("UPDATE ballots SET choice = 'against'")
        assert await voting.fetchval("SELECT choice FROM ballots") == "against"
        await voting.execute("DELETE FROM ballots")
        assert await voting.fetchval("SELECT quorum()") == 73
        for statement in (
            "CREATE TABLE mine ()",
            "DROP TABLE ballots",
            "ALTER TABLE ballots ADD COLUMN more text",
            "TRUNCATE ballots",
            "CREATE TEMPORARY TABLE mine ()",
            "CREATE SCHEMA mine",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await voting.execute(statement)


async def test_a_function_is_for_the_service_only(running):
    question = "SELECT has_function_privilege($1, 'only_voting()', 'EXECUTE')"
    async with database(running.owner_database_urls["voting"]) as owner:
        await owner.execute("CREATE FUNCTION only_voting() RETURNS int LANGUAGE sql RETURN 1")
        assert await owner.fetchval(question, "kurultai_voting")
        assert not await owner.fetchval(question, "kurultai_bills")


@pytest.mark.parametrize("urls", ["database_urls", "owner_database_urls"])
async def test_no_role_enters_the_database_of_another_service(running, urls):
    mine = getattr(running, urls)["voting"]
    theirs = f"{mine.rpartition('/')[0]}/kurultai_bills"
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match='database "kurultai_bills"'):
        async with database(theirs):
            pass


async def test_personal_data_stays_out_of_the_log(running, data):
    async with database(running.owner_database_urls["identity"]) as owner:
        await owner.execute("CREATE TABLE persons (iin text PRIMARY KEY)")
        await owner.execute("INSERT INTO persons VALUES ($1)", IIN)
        with pytest.raises(asyncpg.UniqueViolationError, match="persons"):
            await owner.execute("INSERT INTO persons VALUES ($1)", IIN)
        with pytest.raises(asyncpg.UndefinedTableError):
            await owner.execute("SELECT * FROM citizens WHERE iin = '840131300001'")
    log = (data / "logs/postgres.log").read_text()
    assert 'duplicate key value violates unique constraint "persons_pkey"' in log
    assert 'relation "citizens" does not exist' in log
    assert IIN not in log


async def test_two_may_provision_one_server_at_once(running):
    admin, roles = running.admin_database_url, running.secrets.databases
    workers = [{"voting": f"kurultai_voting_gw{n}"} for n in (0, 1)]
    await asyncio.gather(*(create_databases(admin, names, roles) for names in workers * 2))
    for names in workers:
        role = service_role("voting")
        async with database(role_url(admin, role, roles[role], names["voting"])) as voting:
            assert await voting.fetchval("SELECT current_database()") == names["voting"]


async def test_an_external_server_gets_what_is_missing_from_any_administrator(running, tmp_path):
    async with database(running.admin_database_url) as admin:
        await admin.execute("CREATE ROLE clerk LOGIN CREATEDB CREATEROLE PASSWORD 'clerk'")
    clerk = role_url(running.admin_database_url, "clerk", "clerk", "postgres")
    outside = {"DATABASE_URL": clerk, "NATS_URL": running.nats_urls["voting"]}
    for _ in range(2):
        async with Servers(tmp_path, services=("trial",), environment=outside) as external:
            async with database(external.database_urls["trial"]) as trial:
                assert await trial.fetchval("SELECT current_user") == "kurultai_trial"
            assert external.nats_urls["trial"] == running.nats_urls["voting"]
            assert not family(tmp_path)


async def test_an_external_role_of_another_folder_is_not_taken_over(running, tmp_path):
    outside = {"DATABASE_URL": running.admin_database_url, "NATS_URL": "nats://nowhere"}
    with pytest.raises(OtherPassword, match="kurultai_voting has another password"):
        async with Servers(tmp_path, services=("voting",), environment=outside):
            pass


async def test_a_fact_is_told_by_its_service_heard_by_the_hearer_and_acknowledged(running):
    async with (
        broker(running.nats_urls["bills"], "bills") as (bills, refused),
        broker(running.nats_urls["voting"], "voting") as (voting, refused_too),
    ):
        await bills.jetstream().publish("facts.bills.registered", b"a bill")
        inbox = voting.new_inbox()
        heard = await voting.subscribe(inbox)
        await voting.publish("$JS.API.CONSUMER.MSG.NEXT.FACTS_BILLS.voting", b"1", reply=inbox)
        fact = await heard.next_msg(2)
        await fact.ack_sync()
        state = await voting.jetstream().consumer_info("FACTS_BILLS", "voting")
    assert fact.data == b"a bill"
    assert state.num_ack_pending == 0
    assert state.ack_floor.stream_seq == 1
    assert refused.empty()
    assert refused_too.empty()


@pytest.mark.parametrize(
    "subject",
    [
        "facts.bills.registered",
        "$JS.API.STREAM.CREATE.FACTS_MINE",
        "$JS.API.STREAM.UPDATE.FACTS_VOTING",
        "$JS.API.STREAM.PURGE.FACTS_VOTING",
        "$JS.API.STREAM.DELETE.FACTS_VOTING",
        "$JS.API.STREAM.MSG.DELETE.FACTS_VOTING",
        "$JS.API.STREAM.MSG.GET.FACTS_BILLS",
        "$JS.API.CONSUMER.CREATE.FACTS_BILLS.mine",
        "$JS.API.CONSUMER.DELETE.FACTS_BILLS.voting",
        "$JS.API.CONSUMER.MSG.NEXT.FACTS_VOTING.bills",
        "$JS.ACK.FACTS_VOTING.bills.1.1.1.1.1",
        "_INBOX_bills.forged",
    ],
)
async def test_the_broker_refuses_a_service_what_is_not_its_own(running, subject):
    async with broker(running.nats_urls["voting"], "voting") as (voting, refusals):
        await voting.publish(subject, b"forged")
        said = await asyncio.wait_for(refusals.get(), 2)
    assert f'permissions violation for publish to "{subject.lower()}"' in said


@pytest.mark.parametrize("subject", ["facts.bills.>", "facts.>", "_INBOX_bills.>", "$JS.>"])
async def test_a_service_overhears_nobody(running, subject):
    async with broker(running.nats_urls["voting"], "voting") as (voting, refusals):
        await voting.subscribe(subject)
        said = await asyncio.wait_for(refusals.get(), 2)
    assert f'permissions violation for subscription to "{subject.lower()}"' in said


async def test_a_service_overhears_its_own_facts(running):
    async with broker(running.nats_urls["voting"], "voting") as (voting, refusals):
        heard = await voting.subscribe("facts.voting.>")
        await voting.publish("facts.voting.vote.opened.1", b"a vote")
        assert (await heard.next_msg(2)).data == b"a vote"
    assert refusals.empty()


async def test_the_broker_lets_nobody_in_without_a_password(running):
    host, _, port = running.nats_admin_url.rpartition("@")[2].partition(":")
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"CONNECT {}\r\nPING\r\n")
    said = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert b"-ERR 'Authorization Violation'" in said


async def test_nobody_enters_the_database_without_a_password(running):
    address = running.admin_database_url.rpartition("@")[2]
    with pytest.raises(asyncpg.InvalidPasswordError):
        async with database(f"postgresql://postgres@{address}"):
            pass
