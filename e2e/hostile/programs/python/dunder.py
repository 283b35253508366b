# attack: the way from a value to its class and on to everything else
# expect: exited
# output: none
def successors(v):
    for name in ("__subclasses__", "__dict__", "__globals__", "__closure__", "__func__", "__self__", "__wrapped__", "__init__", "__loader__", "__spec__"):
        try:
            got = getattr(v, name)
            got = got() if name == "__subclasses__" else got
        except Exception:
            continue
        if isinstance(got, (list, tuple)):
            yield from got
        elif hasattr(got, "values"):
            try:
                yield from list(got.values())
            except Exception:
                pass
        else:
            yield got

seen, found = set(), set()
queue = [().__class__.__bases__[0]]
while queue and len(seen) < 20000:
    v = queue.pop()
    if id(v) in seen:
        continue
    seen.add(id(v))
    name = getattr(v, "__name__", None)
    if isinstance(name, str) and name in ("Popen", "FileLoader", "SourceFileLoader", "CDLL", "socket", "catch_fds", "load_dynamic", "create_dynamic"):
        found.add(name)
    queue.extend(successors(v))
print(sorted(found) or "none")
