"""Keeping cookies that servers set, and sending them back."""

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar", "LWPCookieJar", "LoadError", "MozillaCookieJar"]

import re
import threading as _threading
import time

from http._cookie_hosts import (DEFAULT_HTTP_PORT, domain_match, eff_request_host, escape_path, is_HDN, is_third_party, liberal_is_HDN, reach,
                                request_host, request_path, request_port, uppercase_escaped_char, user_domain_match)
from http._cookie_make import Cookie, made as _made, normalized as _normalized
from http._cookie_policy import CookiePolicy, DefaultCookiePolicy
from http._cookie_text import (http2time, iso2time, join_header_words, offset_from_tz_string, parse_ns_headers, split_header_words,
                               strip_quotes, time2isoz, time2netscape)

debug = False
logger = None


def _debug(*args):
    global logger
    if not debug:
        return None
    if logger is None:
        import logging
        logger = logging.getLogger("http.cookiejar")
    return logger.debug(*args)


def deepvalues(mapping):
    """What is in a mapping and in the mappings in it."""
    for value in list(mapping.values()):
        if hasattr(value, "items"):
            yield from deepvalues(value)
        else:
            yield value


class Absent:
    pass


class CookieJar:
    """Keeps cookies, by domain, path and name."""

    non_word_re = re.compile(r"\W")
    quote_re = re.compile(r"([\"\\])")
    magic_re = re.compile(r"^\#LWP-Cookies-(\d+\.\d+)", re.ASCII)

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = _threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    _told = staticmethod(_debug)

    def _cookies_for_request(self, request):
        """The cookies to be sent back."""
        cookies = []
        for domain, paths in self._cookies.items():
            if not self._policy.domain_return_ok(domain, request):
                continue
            _debug("Checking %s for cookies to return", domain)
            for path, named in paths.items():
                if self._policy.path_return_ok(path, request):
                    for cookie in named.values():
                        if not self._policy.return_ok(cookie, request):
                            _debug("   not returning cookie")
                            continue
                        _debug("   it's a match")
                        cookies.append(cookie)
        return cookies

    def _cookie_attrs(self, cookies):
        """The words of a header Cookie; those of the longest paths come first."""
        cookies.sort(key=lambda cookie: len(cookie.path), reverse=True)
        words = []
        for at, cookie in enumerate(cookies):
            if at == 0 and cookie.version > 0:
                words.append(f"$Version={cookie.version}")
            value = cookie.value
            if value is not None and self.non_word_re.search(value) and cookie.version > 0:
                value = self.quote_re.sub(r"\\\1", value)
            words.append(cookie.name if value is None else f"{cookie.name}={value}")
            if cookie.version > 0:
                words += self._places(cookie)
        return words

    @staticmethod
    def _places(cookie):
        words = [f'$Path="{cookie.path}"'] if cookie.path_specified else []
        if cookie.domain.startswith("."):
            domain = cookie.domain if cookie.domain_initial_dot else cookie.domain[1:]
            words.append(f'$Domain="{domain}"')
        if cookie.port is not None:
            words.append("$Port" + (f'="{cookie.port}"' if cookie.port_specified else ""))
        return words

    def add_cookie_header(self, request):
        """Give a request the header Cookie."""
        _debug("add_cookie_header")
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            cookies = self._cookies_for_request(request)
            words = self._cookie_attrs(cookies)
            if words and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(words))
            if self._policy.rfc2965 and not self._policy.hide_cookie2 and not request.has_header("Cookie2"):
                if any(cookie.version != 1 for cookie in cookies):
                    request.add_unredirected_header("Cookie2", '$Version="1"')
        self.clear_expired_cookies()

    def _cookies_from_attrs_set(self, attrs_set, request):
        """The cookies of words; what can't be one's is left out."""
        found = []
        for words in attrs_set:
            facts = _normalized(words, self._now, _debug)
            cookie = facts and _made(facts, request, self)
            if cookie:
                found.append(cookie)
        return found

    def _process_rfc2109_cookies(self, cookies):
        as_netscape = getattr(self._policy, "rfc2109_as_netscape", None)
        if as_netscape is None:
            as_netscape = not self._policy.rfc2965
        for cookie in cookies:
            if cookie.version == 1:
                cookie.rfc2109 = True
                if as_netscape:
                    cookie.version = 0

    def make_cookies(self, response, request):
        """The cookies that a response sets."""
        headers = response.info()
        newer, older = headers.get_all("Set-Cookie2", []), headers.get_all("Set-Cookie", [])
        self._policy._now = self._now = int(time.time())
        rfc2965, netscape = self._policy.rfc2965, self._policy.netscape
        if not (newer and rfc2965 or older and netscape):
            return []
        cookies = self._read(lambda: split_header_words(newer), request)
        if older and netscape:
            more = self._read(lambda: parse_ns_headers(older), request)
            self._process_rfc2109_cookies(more)
            if rfc2965:
                known = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
                more = [cookie for cookie in more if (cookie.domain, cookie.path, cookie.name) not in known]
            cookies += more
        return cookies

    def _read(self, words, request):
        try:
            return self._cookies_from_attrs_set(words(), request)
        except Exception:
            _warn_unhandled_exception()
            return []

    def set_cookie_if_ok(self, cookie, request):
        """Keep a cookie if the policy takes it."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Keep a cookie."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Keep the cookies that a response sets and the policy takes."""
        _debug("extract_cookies: %s", response.info())
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    _debug(" setting cookie: %s", cookie)
                    self.set_cookie(cookie)

    def clear(self, domain=None, path=None, name=None):
        """Forget cookies: all, a domain's, a path's or one; KeyError where there is none."""
        if name is not None:
            if domain is None or path is None:
                raise ValueError("domain and path must be given to remove a cookie by name")
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError("domain must be given to remove cookies by path")
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def _clear_if(self, over):
        with self._cookies_lock:
            for cookie in list(self):
                if over(cookie):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_session_cookies(self):
        """Forget what doesn't outlast a session."""
        self._clear_if(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        """Forget what is over."""
        now = time.time()
        self._clear_if(lambda cookie: cookie.is_expired(now))

    def __iter__(self):
        return deepvalues(self._cookies)

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(repr, self))}]>"

    def __str__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(str, self))}]>"


def _warn_unhandled_exception():
    import io
    import traceback
    import warnings
    text = io.StringIO()
    traceback.print_exc(None, text)
    warnings.warn("http.cookiejar bug!\n%s" % text.getvalue(), stacklevel=2)


class LoadError(OSError):
    """A file isn't one of cookies."""


from http._cookie_files import MISSING_FILENAME_TEXT, FileCookieJar, LWPCookieJar, MozillaCookieJar, lwp_cookie_str
