"""Cookies, and making them of the words of headers."""

import re
import time

from http._cookie_hosts import eff_request_host, escape_path, request_path, request_port
from http._cookie_text import time2isoz


class Cookie:
    """A cookie."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path, path_specified, secure,
                 expires, discard, comment, comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError("if port is None, port_specified must be false")
        self.version = None if version is None else int(version)
        self.name, self.value = name, value
        self.port, self.port_specified = port, port_specified
        self.domain, self.domain_specified, self.domain_initial_dot = domain.lower(), domain_specified, domain_initial_dot
        self.path, self.path_specified = path, path_specified
        self.secure, self.expires, self.discard = secure, None if expires is None else int(float(expires)), discard
        self.comment, self.comment_url, self.rfc2109 = comment, comment_url, rfc2109
        self._rest = dict(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        """Whether it is over."""
        return self.expires is not None and self.expires <= (time.time() if now is None else now)

    def __str__(self):
        port = "" if self.port is None else ":" + self.port
        what = self.name if self.value is None else f"{self.name}={self.value}"
        return f"<Cookie {what} for {self.domain}{port}{self.path}>"

    def __repr__(self):
        facts = ["version", "name", "value", "port", "port_specified", "domain", "domain_specified", "domain_initial_dot", "path", "path_specified",
                 "secure", "expires", "discard", "comment", "comment_url"]
        shown = [f"{fact}={getattr(self, fact)!r}" for fact in facts]
        return f"{self.__class__.__name__}({', '.join(shown + [f'rest={self._rest!r}', f'rfc2109={self.rfc2109!r}'])})"


_VALUED = "version", "expires", "domain", "path", "port", "comment", "commenturl"
_FLAGS = "discard", "secure"


def normalized(words, now, debug):
    """(name, value, standard, rest) of the words of a cookie, or None where they aren't one's."""
    (name, value), standard, rest, has_age = words[0], {}, {}, False
    for k, v in words[1:]:
        lower = k.lower()
        k = lower if lower in _VALUED or lower in _FLAGS or lower == "max-age" else k
        v = True if k in _FLAGS and v is None else v
        if k in standard:
            continue
        if k == "domain":
            if v is None:
                debug("   missing value for domain attribute")
                return None
            v = v.lower()
        if k == "expires" and has_age:
            continue
        if k == "expires" and v is None:
            debug("   missing or invalid value for expires attribute: treating as session cookie")
            continue
        if k == "max-age":
            has_age = True
            try:
                v = int(v)
            except (ValueError, TypeError):
                debug("   missing or invalid (non-numeric) value for max-age attribute")
                return None
            k, v = "expires", now + v
        if k in _VALUED or k in _FLAGS:
            if v is None and k not in ("port", "discard", "comment", "commenturl"):
                debug("   missing value for %s attribute" % k)
                return None
            standard[k] = v
        else:
            rest[k] = v
    return name, value, standard, rest


def made(facts, request, jar):
    """The Cookie of facts that normalized gave, or None where it is over: it clears the jar's then."""
    name, value, standard, rest = facts
    version = standard.get("version")
    if version is not None:
        try:
            version = int(version)
        except ValueError:
            return None
    domain, path = standard.get("domain"), standard.get("path")
    secure, expires, port = standard.get("secure", False), standard.get("expires"), standard.get("port")
    discard = standard.get("discard", False)
    path_specified = path is not None and path != ""
    path = escape_path(path) if path_specified else _default_path(request, version)
    domain_specified = domain is not None
    initial_dot = domain_specified and domain.startswith(".")
    if not domain_specified:
        domain = eff_request_host(request)[1]
    elif not initial_dot:
        domain = "." + domain
    port_specified = port is not None
    port = re.sub(r"\s+", "", port) if port_specified else request_port(request) if "port" in standard else None
    if expires is None:
        discard = True
    elif expires <= jar._now:
        try:
            jar.clear(domain, path, name)
        except KeyError:
            pass
        jar._told("Expiring cookie, domain='%s', path='%s', name='%s'", domain, path, name)
        return None
    return Cookie(version, name, value, port, port_specified, domain, domain_specified, initial_dot, path, path_specified, secure, expires, discard,
                  standard.get("comment"), standard.get("commenturl"), rest)


def _default_path(request, version):
    """The folder of a request."""
    path = request_path(request)
    at = path.rfind("/")
    if at != -1:
        path = path[:at] if version == 0 else path[:at + 1]
    return path or "/"
