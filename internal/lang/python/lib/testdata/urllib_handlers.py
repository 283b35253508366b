# Who is known where, and handlers that look at requests and answers.
import urllib.request as u, urllib.error, io
def T(f, *a):
    try: r = f(*a); print(r)
    except BaseException as e: print(type(e).__name__, e)
for M in u.HTTPPasswordMgr, u.HTTPPasswordMgrWithDefaultRealm:
    m = M()
    m.add_password("r", "http://example.com/a", "u", "p"); m.add_password("r", "http://plain.org", "u2", "p2"); m.add_password(None, ["http://d.com/x", "host.net:81"], "u3", "p3")
    for q in "http://example.com/a", "http://example.com/a/b", "http://example.com/ab", "http://example.com/", "http://example.com:80/a/", "http://example.com:81/a", "http://plain.org", "http://plain.org/z", "http://plain.org.evil.com/", "https://plain.org/", "plain.org", "http://d.com/x", "http://d.com/xy", "http://host.net:81/q", "host.net:81", "http://host.net/":
        print(q, m.find_user_password("r", q), m.find_user_password(None, q))
class R(io.BytesIO):
    def __init__(s, code, b=b""): super().__init__(b); s.code = s.status = code; s.msg = "M"; s.reason = "M"
    def info(s): return {}
class H(u.HTTPHandler):
    def http_open(self, req): print("open", req.full_url, req.data, req.get_method()); return R(200, b"body")
class P(u.BaseHandler):
    handler_order = 10
    def http_request(self, req): print("request"); req.add_header("X-y", "1"); return req
    def http_response(self, req, r): print("response", r.code, req.get_header("X-y")); return r
o = u.build_opener(H, P())
T(lambda: o.open("http://x.org/").read()); T(lambda: o.open(u.Request("http://x.org/"), b"data").read())
class D(u.BaseHandler):
    def default_open(self, req): return R(200, b"default") if req.type == "zz" else None
    def unknown_open(self, req): return R(200, b"unknown")
o = u.build_opener(D); T(lambda: o.open("zz://x/").read())
T(lambda: u.urlopen("data:text/plain;base64,aGk=").read()); T(lambda: u.urlopen("data:,a%20b#c").read()); T(lambda: u.urlopen("data:nocomma")); T(lambda: u.urlopen("nope")); T(lambda: u.urlopen("zz://x"))
