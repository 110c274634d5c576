"""A file is kept whole, once, under its digest; wherever it is kept."""

import asyncio
import random
import tracemalloc
from base64 import urlsafe_b64encode
from hashlib import sha256

import nats
import pytest

from kurultai.servers.nats import ADMIN
from shared.files import FileDamaged, FileGone, FilesAway, Span, files_of
from shared.files.on_nats import MOST_BYTES
from shared.settings import SettingsMissing
from tests.files.conftest import on_s3, settings_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

PIECE = 512 * 1024
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7, 11 * 1024 * 1024 + 3)


def bytes_of(size, seed=1):
    return random.Random(seed * 1000 + size).randbytes(size)  # noqa: S311 the same each time


async def in_parts(content, size=65_536):
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def whole(parts):
    return b"".join([part async for part in parts])


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_put_is_got_under_its_digest(files, size):
    content = bytes_of(size)

    stored = await files.put(in_parts(content))

    assert (stored.digest, stored.size) == (sha256(content).hexdigest(), size)
    assert await whole(await files.get(stored.digest)) == content


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 1),
        Span(0, PIECE),
        Span(PIECE - 1, 2),
        Span(PIECE, PIECE),
        Span(2 * PIECE + 5, 999_999),
        Span(3 * PIECE + 6, 1),
    ],
)
async def test_a_part_is_got_without_the_rest(files, span):
    content = bytes_of(4 * PIECE + 11, seed=2)
    stored = await files.put(in_parts(content))

    assert await whole(await files.get(stored.digest, span)) == content[span.first : span.end]


async def test_the_same_file_put_by_many_at_once_is_there_once(files):
    content = bytes_of(2 * PIECE + 1, seed=3)

    stored = await asyncio.gather(*(files.put(in_parts(content)) for _ in range(8)))

    assert len(set(stored)) == 1
    assert await whole(await files.get(stored[0].digest)) == content


async def test_different_files_put_at_once_do_not_mix(files):
    contents = [bytes_of(2 * PIECE + n, seed=4) for n in range(6)]

    stored = await asyncio.gather(*(files.put(in_parts(each)) for each in contents))

    found = await asyncio.gather(*[whole(await files.get(each.digest)) for each in stored])
    assert found == contents


async def test_a_sender_who_breaks_off_leaves_nothing(files):
    class Gone(Exception):
        pass

    content = bytes_of(6 * PIECE, seed=5)

    async def broken():
        yield content
        raise Gone

    with pytest.raises(Gone):
        await files.put(broken())
    with pytest.raises(FileGone):
        await files.get(sha256(content).hexdigest())


async def test_what_is_not_there_is_gone(files):
    with pytest.raises(FileGone):
        await files.get("0" * 64)
    with pytest.raises(FileGone):
        await files.get("0" * 64, Span(0, 1))


async def test_a_large_file_is_never_in_memory(files):
    size, peak = 96 * 1024 * 1024, 32 * 1024 * 1024
    piece = bytes_of(PIECE, seed=6)

    async def large():
        for _ in range(size // PIECE):
            yield piece

    tracemalloc.start()
    stored = await files.put(large())
    got = 0
    async for part in await files.get(stored.digest):
        got += len(part)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (got, stored.size) == (size, size)
    assert most < peak


async def test_a_file_that_was_changed_in_the_bucket_is_not_given_whole(s3):
    async with files_of(on_s3(s3), "bills") as files:
        content = bytes_of(3 * PIECE, seed=7)
        stored = await files.put(in_parts(content))
        path = next(s3.folder.glob(f"kurultai/sha256/*/{stored.digest}"))
        path.write_bytes(content[:-1] + b"!")
        parts = await files.get(stored.digest)
        assert len(await anext(parts)) < len(content)
        with pytest.raises(FileDamaged):
            await whole(parts)


async def test_what_was_not_finished_is_not_left_beside_the_files(s3):
    assert not [name for name in s3.names() if "incoming" in name]


async def test_a_wrong_key_or_a_server_that_is_away_is_said_so(s3):
    async with files_of(on_s3(s3, secret="wrong"), "bills") as files:  # noqa: S106 it is wrong
        with pytest.raises(FilesAway):
            await files.put(in_parts(b"a file"))
        with pytest.raises(FilesAway):
            await files.get("0" * 64)


@pytest.mark.parametrize("place", ["s3:", "ftp://bucket", "somewhere"])
async def test_a_setting_that_names_no_store_is_refused(place):
    with pytest.raises(SettingsMissing, match="KURULTAI_FILES"):
        async with files_of(settings_of(files=place), "bills"):
            pass


async def test_more_than_a_batch_holds_is_refused_and_not_kept(broker):
    piece = bytes(PIECE)

    async def endless():
        for _ in range(MOST_BYTES // PIECE + 1):
            yield piece

    async with files_of(settings_of(nats_url=broker.url("bills")), "bills") as files:
        before = await state_of(broker)
        with pytest.raises(ValueError, match="more than"):
            await files.put(endless())
    assert await state_of(broker) == before


async def test_natss_own_client_reads_what_we_wrote(broker):
    content = bytes_of(2 * PIECE + 9, seed=8)
    async with files_of(settings_of(nats_url=broker.url("bills")), "bills") as files:
        stored = await files.put(in_parts(content))
    admin = await nats.connect(broker.url(ADMIN))

    bucket = await admin.jetstream().object_store("bills")
    found = await bucket.get(stored.digest)

    assert found.data == content
    await admin.close()


async def test_whoever_writes_under_the_name_of_a_file_again_changes_nothing(broker):
    """Even a service that has gone mad: the first message under a name is the file."""
    content = bytes_of(1000, seed=9)
    async with files_of(settings_of(nats_url=broker.url("bills")), "bills") as files:
        stored = await files.put(in_parts(content))
        forger = await nats.connect(broker.url("bills"), inbox_prefix="_INBOX_bills")
        name = f"$O.bills.M.{urlsafe_b64encode(stored.digest.encode()).decode()}"
        await forger.publish(name, b'{"nuid": "nothing", "size": 0, "options": {}}')
        await forger.flush()
        assert await whole(await files.get(stored.digest)) == content
        await forger.close()


@pytest.mark.parametrize(
    ("user", "subject"),
    [
        ("voting", "$O.bills.C.forged"),
        ("voting", "$O.bills.M.forged"),
        ("voting", "$JS.API.DIRECT.GET.OBJ_bills"),
        ("bills", "$O.voting.C.forged"),
        ("bills", "$JS.API.STREAM.PURGE.OBJ_bills"),
        ("bills", "$JS.API.STREAM.DELETE.OBJ_bills"),
        ("bills", "$JS.API.STREAM.UPDATE.OBJ_bills"),
        ("bills", "$JS.API.STREAM.MSG.DELETE.OBJ_bills"),
        ("bills", "$JS.API.CONSUMER.CREATE.OBJ_bills.mine"),
    ],
)
async def test_a_service_has_its_own_bucket_and_may_only_add_to_it(broker, user, subject):
    refused = asyncio.Queue()

    async def note(error):
        refused.put_nowait(str(error).lower())

    connection = await nats.connect(
        broker.url(user), inbox_prefix=f"_INBOX_{user}", error_cb=note, allow_reconnect=False
    )
    await connection.publish(subject, b"forged")
    said = await asyncio.wait_for(refused.get(), 5)
    assert f'permissions violation for publish to "{subject.lower()}"' in said
    await connection.close()


async def state_of(broker):
    admin = await nats.connect(broker.url(ADMIN))
    info = await admin.jetstream().stream_info("OBJ_bills")
    await admin.close()
    return info.state.messages, info.state.last_seq
