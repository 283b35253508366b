# Cookies in a jar: what is taken, what is sent back, what is kept as text.
import http.cookiejar
from email.message import Message
from http.cookiejar import (CookieJar, DefaultCookiePolicy, LWPCookieJar, http2time, iso2time, join_header_words, parse_ns_headers,
                            split_header_words, time2isoz, time2netscape)
from urllib.request import HTTPCookieProcessor, Request


class Response:
    def __init__(self, *cookies, name="Set-Cookie"):
        self.headers = Message()
        for cookie in cookies:
            self.headers[name] = cookie

    def info(self):
        return self.headers


def visit(jar, url, *cookies, **more):
    request = Request(url)
    jar.add_cookie_header(request)
    sent = request.get_header("Cookie"), request.get_header("Cookie2")
    jar.extract_cookies(Response(*cookies, **more), request)
    return sent


jar = CookieJar()
print(visit(jar, "http://www.acme.com/a/b", "one=1; path=/", "two=2", "bad=3; domain=.other.com", "wide=4; domain=.com", "s=5; secure; path=/a",
            "gone=6; expires=Thu, 01 Jan 1998 00:00:00 GMT", 'late=7; expires="Fri, 01-Jan-2094 00:00:00 GMT"; HttpOnly', "all=8; domain=acme.com; path=/"))
print(visit(jar, "http://www.acme.com/a/b"), visit(jar, "http://www.acme.com/"), visit(jar, "http://acme.com/"), visit(jar, "https://www.acme.com/a"))
print(len(jar), jar)
for cookie in jar:
    print(cookie)
print(repr(next(iter(jar))))
print([c.name for c in jar if c.has_nonstandard_attr("HttpOnly")])
jar.clear_session_cookies()
print([c.name for c in jar])
try:
    jar.clear("nowhere", "/", "x")
except KeyError as e:
    print("KeyError", e)

strict = CookieJar(DefaultCookiePolicy(rfc2965=True, strict_ns_domain=DefaultCookiePolicy.DomainStrict, blocked_domains=[".bad.com"]))
visit(strict, "http://www.shop.com/acme/", 'Customer="W C"; Version="1"; Path="/acme"; Port="80,8080"', 'Part="x"; Version=1; Max-Age=300',
      'no=1; Version="1"; Path="/elsewhere"', name="Set-Cookie2")
visit(strict, "http://x.bad.com/", "a=b")
print(visit(strict, "http://www.shop.com/acme/x"), len(strict))

local = CookieJar()
visit(local, "http://localhost/", "a=1; domain=localhost", "b=2", "c=3; domain=.local")
print(visit(local, "http://localhost/"), [c.domain for c in local])

for text in "Wed, 09 Feb 1994 22:23:32 GMT", "Wednesday, 09-Feb-94 22:23:32 GMT", "09 Feb 1994 22:23:32 +0100", "1994-02-03", "Feb 30", "", "03-Feb-1994":
    print(text, http2time(text), iso2time(text))
print(iso2time("1994-02-03 14:15:29 -0100"), iso2time("19940203T141529Z"), iso2time("1994-02-03T24:00"))
print(time2isoz(0), time2netscape(0))
for text in 'foo="bar"; port="80,81"; DISCARD, bar=baz', "a=b, c", r'x="a\"b";;; y', "n; foo=bar,, ,", "=x":
    words = split_header_words([text])
    print(words, join_header_words(words))
for text in "foo=bar; expires=01 Jan 2040 22:23:32 GMT", "foo; Version=1", "a=b=c; path", "; x", 'v="q"; version="2"':
    print(parse_ns_headers([text]))
kept = LWPCookieJar()
visit(kept, "http://www.acme.com/", "a=1; path=/; expires=Fri, 01 Jan 2094 00:00:00 GMT; note=x y", "b=2")
print(kept.as_lwp_str(), kept.as_lwp_str(ignore_discard=False), sep="|")
for call in kept.save, kept.load:
    try:
        call()
    except ValueError as e:
        print(e)
print(type(HTTPCookieProcessor().cookiejar).__name__, issubclass(http.cookiejar.LoadError, OSError))
