"""Where a pull may connect: addresses from configuration only, resolved once, none of a network of our own.

A pull asks `allowed(url, sources)` before it connects, connects to the numbered address that it is given, and sends the
host's name in the TLS handshake and the Host header. A name that answers differently a second time (DNS rebinding) is
thus never asked again; a redirect is a new address and goes through the same door.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from hub.errors import SourceAddressRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: host, port → the numbered addresses of the host
Resolve = Callable[[str, int], Iterable[str]]

#: IPv6 networks in which an IPv4 address is hidden, and the bit at which it begins
_EMBEDDING = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),  # mapped
    (ipaddress.IPv6Network("::/96"), 0),  # compatible, given up in 2006
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (ipaddress.IPv6Network("2002::/16"), 80),  # 6to4
)
#: never a provider of ours: shared space, protocols, benchmarks, Teredo, documentation, a NAT64 of one's own
_CLOSED = tuple(
    ipaddress.ip_network(text)
    for text in ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "2001::/23", "2001:db8::/32",
                 "fec0::/10", "100::/64", "64:ff9b:1::/48")
)  # fmt: skip
_IPV4_BITS = 2**32 - 1


class Target(NamedTuple):
    """Where to connect for one URL."""

    #: numbered address to connect to
    address: str
    port: int
    #: name for the TLS handshake and the Host header
    host: str


def allowed(url: str, configured: Collection[str], resolve: Resolve | None = None) -> Target:
    """The place to connect to for a URL. `configured` are hosts, or `host:port`, that the operator named.

    Raises SourceAddressRefused for another scheme than https, credentials within the URL, a host or port that is not
    configured, a name that does not resolve, and a name of which *any* address is private, loopback, link-local,
    multicast, reserved, or an IPv6 form of such an IPv4 address.
    """
    parts = _parts(url)
    host, port = (parts.hostname or "").rstrip(".").lower(), parts.port or 443
    if parts.scheme != "https" or not host or parts.username is not None or parts.password is not None:
        raise SourceAddressRefused(
            host=host or "?", reason="it is no plain https address", reason_zh="不是普通的 https 地址"
        )
    names = {name.lower() for name in configured}
    if f"{host}:{port}" not in names and not (port == 443 and host in names):
        raise SourceAddressRefused(host=host, reason="it is not configured", reason_zh="未在配置中登记")
    found = _resolved(host, port, resolve or _system)
    if not found or not all(map(is_public, found)):
        raise SourceAddressRefused(
            host=host, reason="it does not lead to public addresses only", reason_zh="未能解析为公网地址"
        )
    return Target(str(found[0]), port, host)


def is_public(address: Address) -> bool:
    """Whether an address lies in the open network, whatever form it is written in."""
    if any(address.version == network.version and address in network for network in _CLOSED):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        hidden = _hidden(address)
        if hidden is not None:
            return is_public(hidden)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _hidden(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    for network, shift in _EMBEDDING:
        if address in network and int(address) > 1:
            return ipaddress.IPv4Address(int(address) >> shift & _IPV4_BITS)
    return None


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as fault:
        raise SourceAddressRefused(host="?", reason="it is no address", reason_zh="地址格式不正确") from fault
    return parts


def _resolved(host: str, port: int, resolve: Resolve) -> list[Address]:
    """The addresses of a host; a number is its own answer, and only in the usual notation."""
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    try:
        return [ipaddress.ip_address(text) for text in resolve(host, port)]
    except (OSError, ValueError):
        return []


def _system(host: str, port: int) -> Iterable[str]:
    return dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
