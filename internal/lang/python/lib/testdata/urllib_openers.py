# Requests, openers, data URLs, errors of HTTP, and the numbers and methods of HTTP.
import http
import http.client
import io
import urllib.request
from http import HTTPMethod, HTTPStatus
from urllib.error import HTTPError, URLError


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


r = urllib.request.Request("http://example.com:80/a/b?c#d", headers={"user-agent": "me"})
print(r.full_url, r.type, r.host, r.selector, r.fragment, r.get_method(), r.origin_req_host, r.has_header("User-agent"), r.header_items())
r.data = b"x"
r.add_unredirected_header("content-TYPE", "text/plain")
print(r.get_method(), r.get_header("Content-type"), sorted(r.header_items()))
r.remove_header("User-agent")
print(r.header_items(), urllib.request.Request("<URL:http://h/p>", method="PUT").get_method())
print(attempt(urllib.request.Request, "foo"), attempt(urllib.request.Request, "/x"))
with urllib.request.urlopen("data:text/plain;base64,aGVsbG8=") as answer:
    print(answer.read(), answer.headers["Content-type"], answer.info()["content-length"], answer.geturl())
print(urllib.request.urlopen("data:,a%20b").read())
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor)
opener.addheaders = [("User-agent", "me")]
urllib.request.install_opener(opener)
print(opener.open("data:,c").read(), attempt(urllib.request.urlopen, "nosuch:x"))
urllib.request.install_opener(None)


class Mine(urllib.request.BaseHandler):
    def mine_open(self, request):
        return io.BytesIO(request.selector.encode())


print(urllib.request.build_opener(Mine).open("mine://host/path").read())
manager = urllib.request.HTTPPasswordMgrWithDefaultRealm()
manager.add_password(None, "http://h/", "user", "pass")
print(manager.find_user_password("any", "http://h/a"), manager.find_user_password("any", "http://other/"))

e = HTTPError("http://h", 404, "Not Found", {"a": "b"}, io.BytesIO(b"body"))
print(e, e.code, e.reason, e.read(), e.headers, e.info(), e.getcode(), e.geturl(), isinstance(e, URLError))

print(HTTPStatus.OK.description, "|", HTTPStatus.OK.phrase, "|", repr(HTTPStatus.NOT_FOUND.description), repr(HTTPStatus.PROCESSING.description))
print([s for s in HTTPStatus if not s.description])
print(HTTPMethod.GET, repr(HTTPMethod.GET), HTTPMethod.GET == "GET", HTTPMethod.GET.description, list(HTTPMethod))
c = http.client.HTTPConnection("h:8080")
print(c.host, c.port, http.client.HTTPSConnection("h").port, http.client.HTTPSConnection("[::1]:7").host, http.client.responses[404], http.client.NOT_FOUND)
print(attempt(http.client.HTTPConnection, "h:x"))
for error in (http.client.IncompleteRead(b"ab", 5), http.client.IncompleteRead(b"ab"), http.client.BadStatusLine(""), http.client.LineTooLong("header"),
              http.client.RemoteDisconnected("closed"), http.client.UnknownProtocol("HTTP/9")):
    print(type(error).__name__, repr(str(error)) if not isinstance(error, http.client.IncompleteRead) else error, error.args)
