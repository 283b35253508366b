# Forms with either end of lines, and their bounds.
import warnings; warnings.simplefilter("ignore")
import cgi, io
def T(f, *a):
    try: r = f(*a); print(r)
    except BaseException as e: print(type(e).__name__, e)
def post(body, ct, **k):
    env = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": ct, "CONTENT_LENGTH": str(len(body))}; env.update(k.pop("env", {}))
    return cgi.FieldStorage(fp=io.BytesIO(body), environ=env, **k)
nl = b"--X\nContent-Disposition: form-data; name=\"a\"\n\nvalue\n--X\nContent-Disposition: form-data; name=\"f\"; filename=\"n.txt\"\nContent-Type: text/plain\n\nline1\nline2\n--X--\n"
def show(f): return sorted((k, f.getvalue(k)) for k in f.keys())
ct = "multipart/form-data; boundary=X"
T(lambda: show(post(nl, ct))); T(lambda: show(post(nl.replace(b"\n", b"\r\n"), ct)))
T(lambda: show(post(b"--XY\r\n\r\nno\r\n--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n--XY\r\nw\r\n--X--", ct)))
T(lambda: show(post(b"preamble\r\n--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--X--\r\nepilogue", ct)))
T(lambda: show(post(nl, ct, max_num_fields=1)))
T(lambda: show(post(nl, ct, env={"QUERY_STRING": "q=1&q=2"})))
T(lambda: show(post(b"a=1&b=2&a=3&c=", "application/x-www-form-urlencoded")))
T(lambda: show(post(b"a=1&b=2&a=3&c=", "application/x-www-form-urlencoded", keep_blank_values=1)))
T(lambda: show(post(b"a=1", "application/x-www-form-urlencoded", env={"CONTENT_LENGTH": "abc"})))
T(lambda: show(post(b"a=1&b=2", "application/x-www-form-urlencoded", env={"CONTENT_LENGTH": "3"})))
T(lambda: post(nl, "multipart/form-data"))
def mx():
    cgi.maxlen = 3
    try: return show(post(b"a=1&b=2", "application/x-www-form-urlencoded"))
    finally: cgi.maxlen = 0
T(mx)
T(cgi.parse_header, 'form-data; name="a;b"; filename="x\\"y"; z=1'); T(cgi.parse_header, ""); T(cgi.parse_header, ";;a"); T(cgi.parse_header, 'a; b="c')
T(lambda: sorted(cgi.parse_multipart(io.BytesIO(nl), {"boundary": b"X", "CONTENT-LENGTH": str(len(nl))}).items()))
T(lambda: cgi.parse(environ={"REQUEST_METHOD": "GET", "QUERY_STRING": "a=1&b=2&a=3"}))
f = post(nl, ct); T(lambda: (f["f"].filename, f["f"].type, f["f"].file.read(), f["f"].disposition, f["f"].disposition_options, f["a"].filename, len(f), "a" in f, "zz" in f, f.getfirst("zz", 5), f.getlist("a"), bool(f)))
T(lambda: repr(f["a"])); T(lambda: f["a"].nope); T(lambda: f["zz"]); T(lambda: list(f["f"].headers.items()))
