"""Nothing is sent to ourselves or to our neighbours, whatever the address looks like."""

import asyncio
import socket

import pytest

from shared.webhooks import Poster, check_target
from shared.webhooks.addresses import TargetRefused
from tests.webhooks.receiver import receiving

INSIDE = [
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[fe80::1]/",
    "https://[fc00::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[ff02::1]/",
]
NO_TARGETS = [
    "http://example.org/",
    "ftp://example.org/",
    "https://user:word@example.org/",
    "https://example.org/#part",
    "https:///path",
    "https://exa mple.org/",
    "https://example.org:99999/",
    "https://\u0435xample.org/",
    "https://example.org/\r\nhost: inside",
    "https://example.org/" + "a" * 2000,
    "example.org",
]


@pytest.mark.parametrize("url", [*INSIDE, *NO_TARGETS])
def test_what_is_no_public_address_is_no_target(url):
    with pytest.raises(TargetRefused):
        check_target(url, to_loopback=False)


@pytest.mark.parametrize(
    "url", ["https://example.org/", "https://example.org:8443/a?b=c", "https://93.184.216.34/"]
)
def test_what_is_one_is_taken_as_it_is(url):
    assert check_target(url, to_loopback=False) == url


def test_for_trials_the_machine_itself_is_a_target_and_its_neighbours_are_not():
    assert check_target("http://127.0.0.1:8000/", to_loopback=True)
    with pytest.raises(TargetRefused):
        check_target("http://10.0.0.1/", to_loopback=True)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::ffff:127.0.0.1]"])
async def test_a_name_that_leads_inside_is_not_connected_to(host):
    async with receiving() as receiver, Poster() as poster:
        answer = await poster.post(f"http://{host}:{receiver.port}/", b"{}", {})
        assert receiver.sent == []
    assert answer.status is None
    assert "not a public address" in answer.error


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "::1"])
async def test_a_name_with_one_internal_address_among_others_leads_nowhere(monkeypatch, inside):
    """The resolver is the world's and not ours: it alone is made to say what it never would."""

    async def resolve(host, port, **_):
        assert host == "rebinding.example"
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("93.184.216.34", inside)
        ]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolve)
    async with Poster() as poster:
        answer = await poster.post("https://rebinding.example/", b"{}", {})
    assert "not a public address" in answer.error


async def test_a_redirect_is_an_answer_and_is_not_followed():
    async with receiving() as inside, receiving() as receiver, Poster(to_loopback=True) as poster:
        receiver.answers, receiver.headers = [307], {"location": inside.url}
        answer = await poster.post(receiver.url, b"{}", {})
        assert (answer.status, answer.taken, inside.sent) == (307, False, [])


async def test_who_does_not_answer_in_time_is_not_waited_for():
    async with receiving() as receiver, Poster(to_loopback=True, patience_s=0.2) as poster:
        receiver.answers = [2.0, 204]
        answer = await poster.post(receiver.url, b"{}", {})
    assert answer.error == "no answer in 0.2 seconds"


async def test_who_is_not_there_is_said_so():
    async with Poster(to_loopback=True) as poster:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        answer = await poster.post(f"http://127.0.0.1:{port}/", b"{}", {})
        unknown = await poster.post("https://nobody.invalid/", b"{}", {})
    assert (answer.status, answer.error) == (None, "ConnectError")
    assert unknown.status is None
    assert unknown.error
