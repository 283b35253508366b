"""Which cookies are taken, and which are sent back."""

import re
import time

from http._cookie_hosts import (domain_match, eff_request_host, is_HDN, is_third_party, liberal_is_HDN, request_port, request_path,
                                user_domain_match)

_LATE_DOMAINS = ("co", "ac", "com", "edu", "org", "net", "gov", "mil", "int", "aero", "biz", "cat", "coop", "info", "jobs", "mobi", "museum",
                 "name", "pro", "travel", "eu")


def _debug(*args):
    from http import cookiejar
    return cookiejar._debug(*args)


class CookiePolicy:
    """What decides of cookies."""

    def set_ok(self, cookie, request):
        """Whether a cookie is to be taken."""
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        """Whether a cookie is to be sent back."""
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        """Whether cookies of a domain may be sent back."""
        return True

    def path_return_ok(self, path, request):
        """Whether cookies of a path may be sent back."""
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The usual decisions."""

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4
    DomainLiberal = 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None, hide_cookie2=False,
                 strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False, strict_ns_domain=DomainLiberal,
                 strict_ns_set_initial_dollar=False, strict_ns_set_path=False, secure_protocols=("https", "wss")):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape = netscape, rfc2965, rfc2109_as_netscape
        self.hide_cookie2, self.strict_domain, self.strict_rfc2965_unverifiable = hide_cookie2, strict_domain, strict_rfc2965_unverifiable
        self.strict_ns_unverifiable, self.strict_ns_domain = strict_ns_unverifiable, strict_ns_domain
        self.strict_ns_set_initial_dollar, self.strict_ns_set_path = strict_ns_set_initial_dollar, strict_ns_set_path
        self.secure_protocols = secure_protocols
        self._blocked_domains = tuple(blocked_domains) if blocked_domains is not None else ()
        self.set_allowed_domains(allowed_domains)

    def blocked_domains(self):
        """The domains that no cookies are of."""
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        """The only domains that cookies are of, or None."""
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = tuple(allowed_domains) if allowed_domains is not None else None

    def is_not_allowed(self, domain):
        return self._allowed_domains is not None and not any(user_domain_match(domain, allowed) for allowed in self._allowed_domains)

    def set_ok(self, cookie, request):
        """Whether a cookie is to be taken."""
        _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
        assert cookie.name is not None
        return all(getattr(self, "set_ok_" + what)(cookie, request) for what in ("version", "verifiability", "name", "path", "domain", "port"))

    def set_ok_version(self, cookie, request):
        if cookie.version is None:
            _debug("   Set-Cookie2 without version attribute (%s=%s)", cookie.name, cookie.value)
            return False
        return self._spoken(cookie)

    def _spoken(self, cookie):
        if cookie.version > 0 and not self.rfc2965:
            _debug("   RFC 2965 cookies are switched off")
            return False
        if cookie.version == 0 and not self.netscape:
            _debug("   Netscape cookies are switched off")
            return False
        return True

    def set_ok_verifiability(self, cookie, request):
        if not (request.unverifiable and is_third_party(request)):
            return True
        if cookie.version > 0 and self.strict_rfc2965_unverifiable or cookie.version == 0 and self.strict_ns_unverifiable:
            _debug("   third-party cookie during unverifiable transaction")
            return False
        return True

    return_ok_verifiability = set_ok_verifiability

    def set_ok_name(self, cookie, request):
        if cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith("$"):
            _debug("   illegal name (starts with '$'): '%s'", cookie.name)
            return False
        return True

    def set_ok_path(self, cookie, request):
        if not cookie.path_specified:
            return True
        if (cookie.version > 0 or self.strict_ns_set_path) and not self.path_return_ok(cookie.path, request):
            _debug("   path attribute %s is not a prefix of request path %s", cookie.path, request_path(request))
            return False
        return True

    def set_ok_domain(self, cookie, request):
        if self.is_blocked(cookie.domain):
            _debug("   domain %s is in user block-list", cookie.domain)
            return False
        if self.is_not_allowed(cookie.domain):
            _debug("   domain %s is not in user allow-list", cookie.domain)
            return False
        if not cookie.domain_specified:
            return True
        host, full_host = eff_request_host(request)
        return (self._narrow(cookie.domain, full_host) and self._below(cookie, full_host)
                and self._strictly(cookie, host, full_host))

    def _narrow(self, domain, full_host):
        """Whether a domain isn't a country's or as wide."""
        if self.strict_domain and domain.count(".") >= 2:
            at = domain.rfind(".")
            above = domain[domain.rfind(".", 0, at) + 1:at]
            if domain.rfind(".", 0, at) == 0 and above.lower() in _LATE_DOMAINS and len(domain[at + 1:]) == 2:
                _debug("   country-code second level domain %s", domain)
                return False
        bare = domain[1:] if domain.startswith(".") else domain
        if "." not in bare and not full_host.endswith(".local"):
            _debug("   non-local domain %s contains no embedded dot", domain)
            return False
        return True

    def _below(self, cookie, full_host):
        if cookie.version != 0:
            return True
        domain = cookie.domain
        local = domain.removeprefix(".") + ".local"
        if not full_host.endswith((domain, local)) and not ("." + full_host).endswith(domain):
            _debug("   effective request-host %s (even with added initial dot) does not end with %s", full_host, domain)
            return False
        return True

    def _strictly(self, cookie, host, full_host):
        domain = cookie.domain
        if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) and not domain_match(full_host, domain):
            _debug("   effective request-host %s does not domain-match %s", full_host, domain)
            return False
        if cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots:
            prefix = host[:-len(domain)]
            if "." in prefix and not re.search(r"\.\d+$", host, re.ASCII):
                _debug("   host prefix %s for domain %s contains a dot", prefix, domain)
                return False
        return True

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        port = request_port(request) or "80"
        ports = cookie.port.split(",")
        for p in ports:
            try:
                int(p)
            except ValueError:
                _debug("   bad port %s (not numeric)", p)
                return False
        if port not in ports:
            _debug("   request port (%s) not found in %s", port, cookie.port)
            return False
        return True

    def return_ok(self, cookie, request):
        """Whether a cookie is to be sent back."""
        _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
        return all(getattr(self, "return_ok_" + what)(cookie, request)
                   for what in ("version", "verifiability", "secure", "expires", "port", "domain"))

    def return_ok_version(self, cookie, request):
        return self._spoken(cookie)

    def return_ok_secure(self, cookie, request):
        if cookie.secure and request.type not in self.secure_protocols:
            _debug("   secure cookie with non-secure request")
            return False
        return True

    def return_ok_expires(self, cookie, request):
        if cookie.is_expired(getattr(self, "_now", None)):
            _debug("   cookie expired")
            return False
        return True

    def return_ok_port(self, cookie, request):
        if not cookie.port:
            return True
        port = request_port(request) or "80"
        if port not in cookie.port.split(","):
            _debug("   request port %s does not match cookie port %s", port, cookie.port)
            return False
        return True

    def return_ok_domain(self, cookie, request):
        host, full_host = eff_request_host(request)
        domain = cookie.domain
        dotted = domain if not domain or domain.startswith(".") else "." + domain
        if cookie.version == 0 and self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != full_host:
            _debug("   cookie with unspecified domain does not string-compare equal to request domain")
            return False
        if cookie.version > 0 and not domain_match(full_host, domain):
            _debug("   effective request-host name %s does not domain-match RFC 2965 cookie domain %s", full_host, domain)
            return False
        if cookie.version == 0 and not ("." + full_host).endswith(dotted):
            _debug("   request-host %s does not match Netscape cookie domain %s", host, domain)
            return False
        return True

    def domain_return_ok(self, domain, request):
        """Whether cookies of a domain may be sent back: a quick look."""
        hosts = [host if host.startswith(".") else "." + host for host in eff_request_host(request)]
        dotted = domain if not domain or domain.startswith(".") else "." + domain
        if not any(host.endswith(dotted) for host in hosts):
            return False
        if self.is_blocked(domain):
            _debug("   domain %s is in user block-list", domain)
            return False
        if self.is_not_allowed(domain):
            _debug("   domain %s is not in user allow-list", domain)
            return False
        return True

    def path_return_ok(self, path, request):
        """Whether cookies of a path may be sent back."""
        _debug("- checking cookie path=%s", path)
        wanted = request_path(request)
        if wanted == path or wanted.startswith(path) and (path.endswith("/") or wanted[len(path):len(path) + 1] == "/"):
            return True
        _debug("  %s does not path-match %s", wanted, path)
        return False
