# WSGI's tools: environments, headers, a handler over streams, the validator.
import io
import wsgiref.types
from wsgiref import util
from wsgiref.handlers import BaseCGIHandler, SimpleHandler, format_date_time
from wsgiref.headers import Headers
from wsgiref.validate import validator

environ = {}
util.setup_testing_defaults(environ)
print(sorted((k, v) for k, v in environ.items() if isinstance(v, (str, tuple, int))))
for extra in {}, {"SCRIPT_NAME": "/a b"}, {"PATH_INFO": "/x;y/é"}, {"QUERY_STRING": "q=1"}, {"HTTP_HOST": "", "SERVER_PORT": "81"}:
    env = {"SCRIPT_NAME": "", "PATH_INFO": "/p", **extra}
    util.setup_testing_defaults(env)
    print(util.application_uri(env), util.request_uri(env), util.request_uri(env, False))
for path in "/a/b", "/", "", "/a//./b/", "/./x":
    env = {"SCRIPT_NAME": "/s", "PATH_INFO": path}
    print(repr(util.shift_path_info(env)), env)
print(util.guess_scheme({"HTTPS": "on"}), util.is_hop_by_hop("Keep-Alive"), list(util.FileWrapper(io.BytesIO(b"abcdef"), 4)))
headers = Headers([("A", "1"), ("a", "2")])
headers.add_header("Content-Disposition", "attachment", filename='b"r.gif', x_y=None)
headers["B"] = "3"
print(headers, headers.get_all("A"), headers["b"], "c" in headers, headers.setdefault("C", "4"), len(headers), headers.keys(), bytes(headers))
print(repr(headers), format_date_time(0))
for wrong in (lambda: Headers({}), lambda: Headers([(b"a", "b")])):
    try:
        wrong()
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)


def hello(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello ", environ["PATH_INFO"].encode()]


def broken(environ, start_response):
    raise ValueError("oh")


def late(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Date", "now")])(b"x")
    start_response("500 No", [("Content-Type", "text/plain")])
    return []


def serve(app, kind=SimpleHandler, **more):
    env = {}
    util.setup_testing_defaults(env)
    env.update(more)
    out, err = io.BytesIO(), io.StringIO()
    handler = kind(io.BytesIO(b"in"), out, err, env)
    handler.os_environ = {}
    handler.run(app)
    print([line for line in out.getvalue().split(b"\r\n") if not line.startswith(b"Date: ")], err.getvalue().strip().split("\n")[-1])


serve(hello)
serve(hello, BaseCGIHandler)
serve(hello, SERVER_PROTOCOL="HTTP/0.9")
serve(broken)
serve(late)
serve(validator(hello), QUERY_STRING="")
for answer in ("200 OK", []), ("bad", [("Content-Type", "x")]), ("204 No", [("Content-Type", "x")]), ("200 OK", [("Status", "x")]), ("200 OK", [("a:b", "x")]):
    def app(environ, start_response):
        start_response(*answer)
        return [b"x"]
    serve(validator(app), QUERY_STRING="")


def text(environ, start_response):
    start_response("200 OK", [("Content-Type", "x")])
    return "text"


serve(validator(text), QUERY_STRING="")
print(wsgiref.types.WSGIEnvironment)
