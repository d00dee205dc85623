"""Pulls connect where the operator said and to the open network only."""

from __future__ import annotations

import ipaddress

import pytest

from hub.errors import SourceAddressRefused
from loaders.addresses import allowed, is_public

CONFIGURED = ("data.example.cn", "api.example.cn:8443", "10.0.0.7", "0x7f.1", "127.1")
PUBLIC = "203.107.1.33"


def ask(url: str, *addresses: str) -> tuple[str, int, str]:
    """Ask with a resolver that gives these addresses, once."""
    answers = iter([addresses])
    return allowed(url, CONFIGURED, lambda host, port: next(answers))


def test_a_configured_host_leads_to_its_address() -> None:
    """The address is numbered, the name is kept for TLS, case and the last dot do not matter."""
    assert ask("https://Data.Example.cn./list?page=1", PUBLIC) == (PUBLIC, 443, "data.example.cn")
    assert ask("https://api.example.cn:8443/x", PUBLIC, "240e:0:9000::1") == (PUBLIC, 8443, "api.example.cn")


@pytest.mark.parametrize(
    "url",
    [
        "http://data.example.cn/", "ftp://data.example.cn/", "file:///etc/passwd", "gopher://data.example.cn/",
        "https://user:secret@data.example.cn/", "https://data.example.cn@other.cn/", "https://other.cn/",
        "https://data.example.cn.other.cn/", "https://data.example.cn:8443/", "https://api.example.cn/", "https:///x",
        "https://data.example.cn:99999/", "https://[::1/", "data.example.cn", "",
    ],
)  # fmt: skip
def test_any_other_url_is_refused(url: str) -> None:
    """Scheme, credentials, host and port are what the configuration says, and nothing is resolved before."""
    with pytest.raises(SourceAddressRefused):
        allowed(url, CONFIGURED, lambda host, port: pytest.fail("resolved"))


INNER = (
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "240.0.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:53aa:64c:0:fbff:80ff:fffe",
)  # fmt: skip


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_are_refused_in_every_form(address: str) -> None:
    """Private, loopback, link-local, shared, reserved, mapped, NAT64, 6to4 and Teredo; alone or behind a public one."""
    assert not is_public(ipaddress.ip_address(address))
    for addresses in ((address,), (PUBLIC, address)):
        with pytest.raises(SourceAddressRefused):
            ask("https://data.example.cn/", *addresses)


@pytest.mark.parametrize("address", [PUBLIC, "240e:0:9000::1", "::ffff:203.107.1.33", "64:ff9b::cb6b:121"])
def test_open_addresses_pass(address: str) -> None:
    """The open network, also where an IPv6-only network reaches it through NAT64."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["10.0.0.7", "0x7f.1", "127.1"])
def test_numbers_in_a_url_are_no_way_round(host: str) -> None:
    """Even a number that is configured is held to the same rule; odd notations go to the resolver like any name."""
    with pytest.raises(SourceAddressRefused):
        allowed(f"https://{host}/", CONFIGURED, lambda name, port: ["127.0.0.1"])


def test_a_name_that_does_not_resolve_is_refused() -> None:
    """No answer, an error and nonsense are one refusal."""

    def failing(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    for resolve in (failing, lambda host, port: [], lambda host, port: ["nonsense"]):
        with pytest.raises(SourceAddressRefused):
            allowed("https://data.example.cn/", CONFIGURED, resolve)
