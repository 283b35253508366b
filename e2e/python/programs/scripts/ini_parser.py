TEXT = """
# comment
[server]
host = localhost
port=8080
; another
[paths]
root = /srv/data
tmp = ${root}/tmp
[empty]
"""


def parse(text):
    config, section = {}, None
    for n, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("[") and line.endswith("]"):
            section = config.setdefault(line[1:-1], {})
        elif "=" in line and section is not None:
            key, _, value = (part.strip() for part in line.partition("="))
            section[key] = value
        else:
            raise ValueError(f"line {n}: {line!r}")
    return config


def expand(section):
    import string
    return {k: string.Template(v).safe_substitute(section) for k, v in section.items()}


c = parse(TEXT)
print(c)
print(expand(c["paths"]), int(c["server"]["port"]) + 1)
try:
    parse("x = 1")
except ValueError as e:
    print(e)
