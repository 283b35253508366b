import os
from collections import ChainMap

DEFAULTS = {"host": "localhost", "port": "80", "debug": "no"}
ENV = {k.removeprefix("SVC_").lower(): v for k, v in os.environ.items() if k.startswith("SVC_")}
config = ChainMap({"port": "9000"}, ENV, DEFAULTS)


def boolean(text):
    match text.strip().lower():
        case "yes" | "true" | "1" | "on":
            return True
        case "no" | "false" | "0" | "off" | "":
            return False
        case other:
            raise ValueError(f"not a boolean: {other!r}")


for key in sorted(config):
    print(key, "=", config[key])
for text in (config["debug"], "Off", "maybe"):
    try:
        print(text, boolean(text))
    except ValueError as e:
        print(e)
