"""Which machines may be asked: none of the network at home, whatever name leads there."""

import socket
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from dateline.model.errors import InputError, SettingsError

__all__ = ["Network", "Resolve", "checked", "networks", "resolve"]

Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int, float], Sequence[str]]
"""(host, port, seconds) to the addresses of the host."""

SHARED = ip_network("100.64.0.0/10")
CLOSED: tuple[Network, ...] = tuple(
    ip_network(each)
    for each in ("0.0.0.0/8", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4", "fec0::/10", "64:ff9b:1::/48", "100::/64")
)
TRANSLATED = IPv6Network("64:ff9b::/96")


def networks(written: str) -> tuple[Network, ...]:
    """The networks of a setting: "127.0.0.0/8, 10.1.2.3".

    >>> networks("127.0.0.0/8")
    (IPv4Network('127.0.0.0/8'),)
    """
    try:
        return tuple(ip_network(part) for part in written.replace(",", " ").split())
    except ValueError as error:
        raise SettingsError(f"no networks: {written!r} ({error}); write them as 127.0.0.0/8, 10.1.0.0/16") from error


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a host, by the system's resolver, which is not waited for longer than this."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="resolve")
    try:
        found = pool.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM).result(timeout=max(seconds, 0.01))
    except Late as error:
        raise InputError(f"{host}: its address was not found in time") from error
    except (OSError, UnicodeError) as error:
        raise InputError(f"{host}: no such host, or no network ({error})") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def checked(host: str, addresses: Iterable[str], allowed: Sequence[Network]) -> list[str]:
    """The addresses of a host, if every one of them may be asked: a name that leads home with one is refused whole."""
    found = list(addresses)
    for each in found:
        if why := closed(each, allowed):
            raise InputError(f"{host} is {each}, {why}: it is not asked (DATELINE_ALLOW_NETWORKS allows networks)")
    if not found:
        raise InputError(f"{host}: no such host")
    return found


def closed(written: str, allowed: Sequence[Network]) -> str | None:
    """Why an address may not be asked, None if it may."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return "which is no address"
    address = inner(address)
    if any(address in network for network in allowed if network.version == address.version):
        return None
    kinds = (
        (address.is_loopback, "this machine"),
        (address.is_link_local, "a link-local address"),
        (address.is_multicast, "a multicast address"),
        (address in SHARED if address.version == 4 else False, "an address of a carrier's network"),
        (address.is_private, "a private address"),
        (address.is_reserved or address.is_unspecified, "a reserved address"),
        (any(address in network for network in CLOSED if network.version == address.version), "a reserved address"),
    )
    return next((what for holds, what in kinds if holds), None)


def inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for: mapped, compatible, translated or tunnelled."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in TRANSLATED or (int(address) >> 32 == 0 and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
