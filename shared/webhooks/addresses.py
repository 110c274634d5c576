"""Where we send to: out into the world, never to ourselves or to our neighbours.

A name is looked up when we connect, and we connect to the address that was looked at: a name that
leads elsewhere a moment later leads nowhere.
"""

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

import httpcore
from httpcore import AsyncNetworkBackend, AsyncNetworkStream

from shared.kernel.errors import Invalid
from shared.kernel.text import Text

LONGEST = 2000
TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last four bytes (RFC 6052)."""

type Address = IPv4Address | IPv6Address
type SocketOptions = Iterable[
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
]


class TargetRefused(Invalid):
    code = "target-refused"


class Refused(Exception):
    """An address that nothing is sent to; the message says why."""


NOT_A_TARGET = Text(
    kk="Мекенжай https:// болуы керек, есімсіз, құпиясөзсіз және # бөлігінсіз.",
    ru="Адрес должен быть https://, без имени, пароля и части после #.",
    en="The address must be https://, without a name, a password or a part after #.",
)
NOT_PUBLIC = Text(
    kk="Ішкі желінің мекенжайына хабар жіберілмейді.",
    ru="На адреса внутренних сетей сообщения не отправляются.",
    en="Nothing is sent to addresses of internal networks.",
)


def check_target(url: str, *, to_loopback: bool) -> str:
    """The URL, if it may be a target; a name in it is looked up only when something is sent.

    Args:
        url: as it was given.
        to_loopback: also http and this very machine, for trials.

    Raises:
        TargetRefused: not https, with more in it than an address, or an internal address.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise TargetRefused(NOT_A_TARGET) from None
    plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= LONGEST
    schemes = {"https", "http"} if to_loopback else {"https"}
    if not (plain and host and parts.scheme in schemes) or parts.fragment or "@" in parts.netloc:
        raise TargetRefused(NOT_A_TARGET)
    literal = _literal(host)
    if literal and not is_allowed(literal, to_loopback=to_loopback):
        raise TargetRefused(NOT_PUBLIC)
    return url


def is_allowed(address: Address, *, to_loopback: bool) -> bool:
    """Whether something may be sent there, whatever form the address is written in."""
    real = _within(address)
    if to_loopback and real.is_loopback:
        return True
    return real.is_global and not real.is_multicast


class GuardedNetwork(AsyncNetworkBackend):
    """Connects to public addresses, and to no others."""

    def __init__(self, *, to_loopback: bool) -> None:
        self._network = httpcore.AnyIOBackend()
        self._to_loopback = to_loopback

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 the library's own word
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> AsyncNetworkStream:
        """Raises Refused: one of the addresses of that name is not public."""
        address = await self._looked_up(host, port)
        return await self._network.connect_tcp(
            str(address), port, timeout, local_address, socket_options
        )

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)

    async def _looked_up(self, host: str, port: int) -> Address:
        """The address to connect to; none where a name has an internal one among others."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ip_address(str(each[4][0]).partition("%")[0]) for each in found]
        inside = [a for a in addresses if not is_allowed(a, to_loopback=self._to_loopback)]
        if inside or not addresses:
            raise Refused(f"{host} is not a public address")
        return addresses[0]


def _within(address: Address) -> Address:
    """The IPv4 address within one of IPv6, where there is one."""
    if isinstance(address, IPv4Address):
        return address
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        # What a resolver would take for numbers too: 127.1, 0x7f000001, 2130706433.
        return IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
