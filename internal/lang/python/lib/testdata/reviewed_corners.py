# Hashes of views, files that write by a program's own write, and files that were never initialized.
import io
import sys
from gettext import c2py
from http.cookiejar import CookieJar
from urllib.request import Request
import xmlrpc.client

v = memoryview(b"abcd")
hash(v)
print(hash(v[1:]) == hash(b"bcd"), {v[1:]: 1}.get(b"bcd"), hash(memoryview(v)) == hash(v))
try:
    hash(v.cast("I"))
except ValueError as e:
    print(e)
print(hash(io.BytesIO(b"ab").getbuffer().toreadonly()) == hash(b"ab"))

out = []
sys.stdout.write = lambda text: out.append(text)
print("hello", 1)
sys.stdout.writelines(["a", "b"])
del sys.stdout.write
print(out)

sys.path.append(b"/nowhere")
try:
    import nothing_of_the_kind
except ImportError as e:
    print(e)

print([c2py(f)(n) for f in ("n && 3", "n || 5", "n == 1", "(n > 1) + 1") for n in (0, 1, 2)])
try:
    xmlrpc.client.loads("<params><param><value><struct><member><value>1</value></member></struct></value></param></params>")
except IndexError:
    print("a member without a name")


class Answer:
    def __init__(self, *headers):
        import email.message
        self.headers = email.message.Message()
        for header in headers:
            self.headers["Set-Cookie"] = header

    def info(self):
        return self.headers


for host in "example.com.evil.org", "www.example.com", "example.com", "notexample.com":
    jar = CookieJar()
    jar.extract_cookies(Answer("a=b; Domain=example.com"), Request(f"http://{host}/"))
    print(host, [(c.name, c.domain) for c in jar])
