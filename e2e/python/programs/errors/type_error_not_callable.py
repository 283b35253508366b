handlers = {"a": print, "b": "not a function"}
for name, handler in handlers.items():
    handler("handling", name)
