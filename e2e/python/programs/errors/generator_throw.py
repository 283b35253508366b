def worker():
    while True:
        try:
            item = yield
            print("item", item)
        except ValueError as e:
            print("ignored", e)


w = worker()
next(w)
w.send(1)
w.throw(ValueError("bad"))
w.send(2)
w.throw(KeyError("fatal"))
