"""Configuration from defaults, an INI text, the environment and arguments; each later one wins."""
import os
import re
import sys
from collections import ChainMap
from types import SimpleNamespace

INI = """
; the service
[server]
host = 0.0.0.0
port = 8080
workers = 2
[paths]
root = /srv/app
logs = ${paths:root}/logs
archive = ${logs}/old
[feature]
beta = off
ratio: 0.25
motd = Hello,
    second line
    third
"""


def parse_ini(text):
    section, key, values = None, None, {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith((";", "#")):
            continue
        if line[0].isspace() and key:
            values[key] += "\n" + line.strip()
        elif m := re.fullmatch(r"\[(\w+)\]", line):
            section, key = m[1], None
        elif m := re.match(r"(\w+)\s*[=:]\s*(.*)", line):
            if section is None:
                raise SyntaxError(f"line {number}: no section")
            key = f"{section}.{m[1]}"
            values[key] = m[2].strip()
        else:
            raise SyntaxError(f"line {number}: {line!r}")
    return values


def expand(values):
    def value_of(name, seen):
        if name in seen:
            raise RecursionError(" -> ".join((*seen, name)))

        def inner(m):
            section, colon, key = m[1].rpartition(":")
            full = f"{section}.{key}" if colon else f"{name.partition('.')[0]}.{key}"
            if full not in values:
                raise LookupError(f"{name}: no {full}")
            return value_of(full, (*seen, name))

        return re.sub(r"\$\{([\w:]+)\}", inner, values[name])

    return {name: value_of(name, ()) for name in values}


def convert(text):
    lowered = text.lower()
    if lowered in {"on", "yes", "true"}:
        return True
    if lowered in {"off", "no", "false"}:
        return False
    for kind in int, float:
        try:
            return kind(text)
        except ValueError:
            pass
    return text


def from_env(prefix):
    for name, value in os.environ.items():
        if name.startswith(prefix):
            yield name.removeprefix(prefix).lower().replace("__", "."), value


def tree(flat):
    root = SimpleNamespace()
    for name, value in sorted(flat.items()):
        node = root
        *parts, last = name.split(".")
        for part in parts:
            if not hasattr(node, part):
                setattr(node, part, SimpleNamespace())
            node = getattr(node, part)
        setattr(node, last, value)
    return root


args = dict(a.removeprefix("--").split("=", 1) for a in sys.argv[1:] if a.startswith("--"))
layers = ChainMap(args, dict(from_env("APP_")), parse_ini(INI), {"server.timeout": "2.5", "server.port": "1"})
config = {k: convert(v) for k, v in expand(layers).items()}
for name in sorted(config):
    origin = next(n for n, layer in zip(("argument", "environment", "file", "default"), layers.maps) if name in layer)
    print(f"{name:<16} {config[name]!r:<32} {origin}")
print(tree(config).server, tree(config).paths.archive)
for bad in "x = 1", "[a]\n???", "[a]\nb=${c}", "[a]\nb=${a:c}\nc=${b}":
    try:
        print(expand(parse_ini(bad)))
    except (SyntaxError, LookupError, RecursionError) as e:
        print(type(e).__name__, e)
