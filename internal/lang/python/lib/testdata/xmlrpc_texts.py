# XML-RPC's texts of values, calls, answers and faults.
import datetime
import decimal
import xmlrpc.client as rpc

values = (1, -2.5, True, "a<b>&c", [1, [2]], {"k": "v", "n": 3}, b"\0\1", rpc.Binary(b"xyz"), datetime.datetime(2020, 1, 2, 3, 4, 5),
          rpc.DateTime("19980717T14:08:55"))
text = rpc.dumps(values, "sample.method")
print(text)
back, name = rpc.loads(text)
print(name, back[:6], back[6].data, back[8], back[8] == values[8])
print(rpc.loads(text, use_builtin_types=True)[0][6:])
print(rpc.dumps((1,), methodresponse=True, encoding="iso-8859-1"))
print(rpc.dumps((None,), allow_none=True), rpc.loads(rpc.dumps((None,), "m", allow_none=True)))
fault = rpc.dumps(rpc.Fault(42, "no <way>"))
print(fault)
try:
    rpc.loads(fault)
except rpc.Fault as e:
    print(repr(e), e.faultCode, e.faultString)
loop = []
loop.append(loop)
for wrong in None, 2 ** 31, {1: 2}, object(), loop, 1j, {"a": {1, 2}}:
    try:
        print(rpc.dumps((wrong,)))
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, str(e).partition(" 0x")[0])


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


print(rpc.loads(rpc.dumps((Point(),))))
PARAM = "<params><param><value>%s</value></param></params>"
for inner in ("plain", "<i8>9</i8>", "<ex:nil xmlns:ex='u'/>", "<bigdecimal>1.5</bigdecimal>", "<boolean>2</boolean>", "<int>x</int>", "<what>1</what>", "",
              "<string></string>", "<base64>eHl6</base64>"):
    try:
        got = rpc.loads(PARAM % inner)[0]
        print(inner, got if not isinstance(got[0], rpc.Binary) else got[0].data)
    except Exception as e:
        print(inner, type(e).__name__, e if type(e) is not rpc.ResponseError else e.args)
when = rpc.DateTime((2001, 2, 3, 4, 5, 6, 0, 0, 0))
print(when, when == datetime.datetime(2001, 2, 3, 4, 5, 6), when < "20020101T00:00:00", when.timetuple()[:6])
try:
    when < 3
except TypeError as e:
    print(e)
print(rpc.gzip_decode(rpc.gzip_encode(b"text" * 9)), rpc.Binary(b"\xe9") == b"\xe9", str(rpc.Binary(b"\xe9")))


class Loop(rpc.Transport):
    def request(self, host, handler, request_body, verbose=False):
        print(host, handler)
        values, name = rpc.loads(request_body)
        if name == "system.multicall":
            return ([[1], {"faultCode": 5, "faultString": "bad"}],)
        return ([name, list(values)],)


with rpc.ServerProxy("http://user@example.org/path?x=1", transport=Loop()) as server:
    print(server, server.a.b.c(1, "two"))
    calls = rpc.MultiCall(server)
    calls.one(1)
    calls.two.three()
    results = calls()
    print(results[0])
    try:
        results[1]
    except rpc.Fault as e:
        print(e.faultString)
try:
    rpc.ServerProxy("ftp://example.org")
except OSError as e:
    print(e)
