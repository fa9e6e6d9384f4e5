"""Addresses without what only follows readers, and without what stands before them; nothing is fetched."""

from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

from dateline.knowledge.wires import Redirector, caches, redirectors, tracking

__all__ = ["clean_address", "led_to"]

DEEPEST = 5
"""Addresses within addresses that are unpacked."""

SCHEMES = ("http", "https")
LONGEST = 4_000


def clean_address(address: str) -> str:
    """The address of the page itself; what is no address of the web comes back as it is.

    >>> clean_address("https://news.example/a?id=7&utm_source=feed&fbclid=x#comments")
    'https://news.example/a?id=7#comments'
    >>> clean_address("https://www.google.com/url?rct=j&url=https://news.example/a&ct=ga")
    'https://news.example/a'
    """
    for _ in range(DEEPEST):
        behind = led_to(address)
        if behind is None:
            break
        address = behind
    parts = taken_apart(address)
    if parts is None:
        return address
    query = parts.query
    if query:
        kept = [pair for pair in query.split("&") if not follows(unquote(pair.partition("=")[0]))]
        query = "&".join(kept)
    fragment = "" if parts.fragment.startswith(("xtor=", "utm_", ":~:text", "ftag=", "Echobox=", "amp")) else parts.fragment
    host, path = without_amp_host(parts.netloc), without_amp(parts.path)
    return urlunsplit(parts._replace(netloc=host, path=path, query=query, fragment=fragment))


def taken_apart(address: str) -> SplitResult | None:
    """The parts of an address of the web."""
    try:
        parts = urlsplit(address.strip())
        return parts if len(address) <= LONGEST and parts.scheme in SCHEMES and parts.hostname else None
    except ValueError:
        return None


def follows(name: str) -> bool:
    """Does a parameter of this name only follow readers?"""
    names, prefixes = tracking()
    return name.casefold() in names or name.casefold().startswith(prefixes)


def without_amp_host(host: str) -> str:
    """The host of the page itself, not of its AMP version."""
    return host.removeprefix("amp.") if host.startswith("amp.") and host.count(".") > 1 else host


def without_amp(path: str) -> str:
    """The path of the page itself, not of its AMP version."""
    for ending in ("/amp/", "/amp", ".amp.html", ".amp"):
        if path.endswith(ending) and len(path) > len(ending):
            return path.removesuffix(ending) + (".html" if ending == ".amp.html" else "")
    return "/" + path.removeprefix("/amp/") if path.startswith("/amp/") and len(path) > len("/amp/") else path


def led_to(address: str) -> str | None:
    """The address that this one carries: of a redirector, or of a cache of pages.

    >>> led_to("https://www.google.com/amp/s/news.example/a")
    'https://news.example/a'
    """
    parts = taken_apart(address)
    if parts is None:
        return None
    host = str(parts.hostname)
    for redirector in redirectors():
        if host in redirector.hosts and ("*" in redirector.paths or parts.path in redirector.paths):
            return in_parameters(parts, redirector)
    for cache in caches():
        if host == cache.host or (cache.host.startswith("*.") and host.endswith(cache.host[1:])):
            for before in cache.path.split():
                if parts.path.startswith(before) and len(parts.path) > len(before) + 3:
                    return in_path(parts, before)
    return None


def in_parameters(parts: SplitResult, redirector: Redirector) -> str | None:
    """The address that stands in one of the parameters."""
    try:
        given = dict(parse_qsl(parts.query, max_num_fields=100))
    except ValueError:
        return None
    values = (given.get(name, "") for name in redirector.parameters)
    return next((value for value in values if value.startswith(("http://", "https://")) and taken_apart(value)), None)


def in_path(parts: SplitResult, before: str) -> str:
    """The address that stands in the path, `s/` before it meaning https."""
    rest = parts.path.removeprefix(before)
    scheme = "https" if rest.startswith("s/") else "http"
    found = f"{scheme}://{rest.removeprefix('s/')}"
    return f"{found}?{parts.query}" if parts.query else found
