# Configuration files.
import configparser
import io

TEXT = """
# a comment
[DEFAULT]
base = /srv
Debug: no

[server]
host = example.org
port = 8080
path = %(base)s/www
url = http://%(host)s:%(port)s%(path)s
percent = 100%%
long = first
    second

    third ; not a comment
empty =

[client]
debug = yes
timeout = 1.5
note = x
; another
  indented
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c.defaults(), c.options("server"))
for section in c:
    print(section, dict(c[section]))
print(c.getint("server", "port"), c.getfloat("client", "timeout"), c.getboolean("client", "debug"), c["server"].getboolean("debug"))
print(c.get("server", "nope", fallback="F"), c["server"].get("nope"), c["server"].get("nope", "x"), c.getint("none", "x", fallback=3))
print(c.get("server", "url", raw=True), c.get("server", "path", vars={"base": "/tmp"}), "host" in c["server"], "HOST" in c["server"], "x" in c)
print(c.has_section("server"), c.has_option("server", "base"), c.has_option("server", "zz"), len(c), repr(c["client"]), c["client"].name)
print(c.items("client"), c.items("client", raw=True))
c["new"] = {"a": "1", "B": "2"}
c.set("new", "c", "x\ny")
c["new"]["d"] = "%%"
del c["new"]["a"]
print(c.remove_option("client", "timeout"), c.remove_section("nothing"), c.remove_section("client"))
out = io.StringIO()
c.write(out)
print(out.getvalue())
out = io.StringIO()
c.write(out, space_around_delimiters=False)
print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters=("=",), inline_comment_prefixes=(";",))
e.read_string("[a]\nx = 1 ; one\ny = ${x}2$$\nflag\n[b]\nz = ${a:y}-${q}\nq = Q\nb:c = 3\n")
print(dict(e["a"]), dict(e["b"]))
raw = configparser.RawConfigParser()
raw.optionxform = str
raw.read_dict({"S": {"Key": 1, "Other": None}})
raw.set("S", "number", 5)
print(dict(raw["S"]), raw.get("S", "number"))
conv = configparser.ConfigParser(converters={"list": lambda v: v.split(",")}, defaults={"n": "1,2"})
conv.add_section("s")
print(conv.getlist("s", "n"), conv["s"].getlist("n"), conv["s"].getlist("m", ["d"]))
for call in (lambda: c.get("nope", "x"), lambda: c.get("server", "x"), lambda: c["nope"], lambda: c["server"]["nope"], lambda: c.add_section("server"),
             lambda: c.add_section("DEFAULT"), lambda: c.set("server", "x", 1), lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"),
             lambda: configparser.ConfigParser().read_string("x = 1\n"), lambda: configparser.ConfigParser().read_string("[a]\nx\n"),
             lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2\n"), lambda: configparser.ConfigParser().read_string("[a]\n[a]\n"),
             lambda: c.set("server", "bad", "100%"), lambda: c.set("nope", "a", "b"), lambda: c.options("nope")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, str(e))
bad = configparser.ConfigParser()
bad.read_string("[a]\nx = %(y)s\nz = %(z)s\nw = %q\nu = %(u")
for key in "xzwu":
    try:
        print(bad.get("a", key))
    except configparser.InterpolationError as e:
        print(type(e).__name__, e)
