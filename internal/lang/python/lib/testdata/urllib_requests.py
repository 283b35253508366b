# Requests, answers that are errors, and data URLs.
import urllib.request as u, urllib.error as ue, io, email.message
def T(f):
    try: r = f(); print(r)
    except BaseException as e: print(type(e).__name__, str(e)[:100])
for url in "http://a.b:80/c?d#e", "HTTP://A.B", "data:x", "<URL:http://h/>", "http:///p", "file:/x", "nope", "", "http://h", "http://u:p@h/x", "//h/p", "mailto:a@b", "http://h/%20x", " http://h/ ", "http://h:99#f", "1:2":
    def one():
        r = u.Request(url, headers={"aB-c": "1"})
        return r.full_url, r.type, r.host, r.selector, r.fragment, r.origin_req_host, r.get_method(), r.header_items(), r.has_proxy(), r.get_full_url()
    T(one)
r = u.Request("http://h/p", data=b"x", headers={"Content-length": "9"}); T(lambda: (r.get_method(), r.header_items())); r.data = b"yy"; T(lambda: r.header_items()); del r.data; T(lambda: (r.data, r.get_method())); r.method = "PUT"; T(r.get_method); r.add_unredirected_header("U-v", "2"); T(lambda: (r.header_items(), r.has_header("U-v"), r.get_header("U-v"), r.get_header("Nope", 5))); r.remove_header("U-v"); T(r.header_items); r.set_proxy("px:1", "http"); T(lambda: (r.host, r.selector, r.has_proxy(), r.type, r.full_url)); r.full_url = "https://z/q#w"; T(lambda: (r.host, r.selector, r.fragment, r.full_url)); T(lambda: u.Request("http://h", method="DELETE").get_method()); T(lambda: u.Request("http://h", None, {}, "orig", True).unverifiable)
h = email.message.Message(); h["X"] = "1"
e = ue.HTTPError("http://h", 404, "Nope", h, io.BytesIO(b"body")); T(lambda: (e.code, e.reason, e.msg, e.headers["X"], e.read(), e.geturl(), e.getcode(), e.info()["X"], str(e), repr(e), e.filename, e.url, e.status if hasattr(e, "status") else None, isinstance(e, OSError)))
e = ue.HTTPError("http://h", 500, "Bad", {}, None); T(lambda: (str(e), repr(e))); T(lambda: e.read()); T(lambda: e.close())
T(lambda: repr(ue.URLError("r"))); T(lambda: str(ue.URLError("r"))); T(lambda: ue.ContentTooShortError("m", b"c").content); T(lambda: ue.URLError("r", "f").filename)
with u.urlopen("data:text/plain;charset=utf-8,h%C3%A9") as a: T(lambda: (a.read(), a.headers["Content-type"], a.info()["content-length"], a.headers.get_content_charset(), a.geturl(), a.getcode(), a.status))
for d in "data:,", "data:;base64,aGVsbG8", "data:;base64,aGVsbG8=", "data:text/html;base64;x=1,a", "DATA:,x", "data:image/png,%ff%00", "data:,a,b": T(lambda: (lambda a: (a.read(), a.headers.items()))(u.urlopen(d)))
T(lambda: u.pathname2url("/a b/\u00e9")); T(lambda: u.url2pathname("/a%20b")); T(lambda: u.build_opener().add_handler(5)); T(lambda: [type(h).__name__ for h in u.build_opener(u.HTTPCookieProcessor()).handlers if "Cook" in type(h).__name__])
