"""Jars of cookies that are kept in files."""

import os
import re
import time

from http.cookiejar import Cookie, CookieJar, LoadError, iso2time, join_header_words, split_header_words, time2isoz

MISSING_FILENAME_TEXT = "a filename was not supplied (nor was the CookieJar instance initialised with one)"
HTTPONLY_ATTR, HTTPONLY_PREFIX = "HTTPOnly", "#HttpOnly_"
NETSCAPE_MAGIC_RGX = re.compile("#( Netscape)? HTTP Cookie File")
NETSCAPE_HEADER_TEXT = "# Netscape HTTP Cookie File\n# Cookies of a program's: one a line.\n\n"


class FileCookieJar(CookieJar):
    """A jar that is kept in a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        self.filename = None if filename is None else os.fspath(filename)
        self.delayload = bool(delayload)

    def _file(self, filename):
        filename = self.filename if filename is None else filename
        if filename is None:
            raise ValueError(MISSING_FILENAME_TEXT)
        return filename

    def _kept(self, ignore_discard, ignore_expires):
        now = time.time()
        return [cookie for cookie in self if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now))]

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies."""
        raise NotImplementedError()

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Read cookies, and add them."""
        filename = self._file(filename)
        with open(filename) as file:
            self._really_load(file, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Have only what a file has; where it can't be read the jar stays as it was."""
        filename = self._file(filename)
        with self._cookies_lock:
            before, self._cookies = self._cookies, {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except OSError:
                self._cookies = before
                raise

    def _write(self, filename, text):
        with os.fdopen(os.open(filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)

    def _really_load(self, file, filename, ignore_discard, ignore_expires):
        now = time.time()
        try:
            for cookie in self._cookies_of(file, filename):
                if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                    self.set_cookie(cookie)
        except OSError:
            raise
        except Exception:
            from http.cookiejar import _warn_unhandled_exception
            _warn_unhandled_exception()
            raise LoadError(self._bad % (filename, self._line)) from None


def lwp_cookie_str(cookie):
    """A cookie as LWP's files have it."""
    words = [(cookie.name, cookie.value), ("path", cookie.path), ("domain", cookie.domain)]
    if cookie.port is not None:
        words.append(("port", cookie.port))
    for name in "path", "port":
        if getattr(cookie, name + "_specified"):
            words.append((name + "_spec", None))
    words += [(name, None) for name, there in (("domain_dot", cookie.domain_initial_dot), ("secure", cookie.secure)) if there]
    if cookie.expires:
        words.append(("expires", time2isoz(float(cookie.expires))))
    if cookie.discard:
        words.append(("discard", None))
    words += [(name, text) for name, text in (("comment", cookie.comment), ("commenturl", cookie.comment_url)) if text]
    words += [(name, str(cookie._rest[name])) for name in sorted(cookie._rest)]
    return join_header_words([words + [("version", str(cookie.version))]])


class LWPCookieJar(FileCookieJar):
    """A jar in the files of the Perl library LWP."""

    _bad = "invalid Set-Cookie3 format file %r: %r"

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        """The cookies, a line each."""
        lines = ["Set-Cookie3: " + lwp_cookie_str(cookie) for cookie in self._kept(ignore_discard, ignore_expires)]
        return "\n".join(lines + [""])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies."""
        self._write(self._file(filename), "#LWP-Cookies-2.0\n" + self.as_lwp_str(ignore_discard, ignore_expires))

    def _cookies_of(self, file, filename):
        if not self.magic_re.search(file.readline()):
            raise LoadError("%r does not look like a Set-Cookie3 (LWP) format file" % filename)
        for self._line in file:
            if self._line.startswith("Set-Cookie3:"):
                for words in split_header_words([self._line[12:].strip()]):
                    yield self._cookie(words)

    @staticmethod
    def _cookie(words):
        (name, value), facts, rest = words[0], {}, {}
        flags = "port_spec", "path_spec", "domain_dot", "secure", "discard"
        for k, v in words[1:]:
            lower = k.lower()
            k = lower if lower in flags + ("version", "port", "path", "domain", "expires", "comment", "commenturl") else k
            if k in flags:
                facts[k] = True if v is None else v
            elif k in ("version", "port", "path", "domain", "expires", "comment", "commenturl"):
                facts[k] = v
            else:
                rest[k] = v
        get = facts.get
        expires, domain = get("expires"), get("domain")
        return Cookie(get("version"), name, value, get("port"), get("port_spec", False), domain, domain.startswith("."), get("domain_dot", False),
                      get("path"), get("path_spec", False), get("secure", False), None if expires is None else iso2time(expires),
                      get("discard", False) or expires is None, get("comment"), get("commenturl"), rest)


class MozillaCookieJar(FileCookieJar):
    """A jar in the files of Netscape and Mozilla: what is particular to newer cookies is lost."""

    _bad = "invalid Netscape format cookies file %r: %r"

    def _cookies_of(self, file, filename):
        if not NETSCAPE_MAGIC_RGX.match(file.readline()):
            raise LoadError("%r does not look like a Netscape format cookies file" % filename)
        for line in file:
            self._line, rest = line, {}
            if line.startswith(HTTPONLY_PREFIX):
                rest[HTTPONLY_ATTR], line = "", line[len(HTTPONLY_PREFIX):]
            line = line.removesuffix("\n")
            if not line.strip().startswith(("#", "$")) and line.strip():
                yield self._cookie(line.split("\t"), rest)

    @staticmethod
    def _cookie(fields, rest):
        domain, specified, path, secure, expires, name, value = fields
        specified = specified == "TRUE"
        if name == "":
            name, value = value, None
        dotted = domain.startswith(".")
        assert specified == dotted
        return Cookie(0, name, value, None, False, domain, specified, dotted, path, False, secure == "TRUE", expires or None, expires == "",
                      None, None, rest)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies."""
        lines = [self._text(cookie) for cookie in self._kept(ignore_discard, ignore_expires)]
        self._write(self._file(filename), NETSCAPE_HEADER_TEXT + "".join(lines))

    @staticmethod
    def _text(cookie):
        flag = {True: "TRUE", False: "FALSE"}
        name, value = ("", cookie.name) if cookie.value is None else (cookie.name, cookie.value)
        domain = HTTPONLY_PREFIX + cookie.domain if cookie.has_nonstandard_attr(HTTPONLY_ATTR) else cookie.domain
        expires = "" if cookie.expires is None else str(cookie.expires)
        return "\t".join([domain, flag[cookie.domain.startswith(".")], cookie.path, flag[bool(cookie.secure)], expires, name, value]) + "\n"
