class Open(Exception):
    """Calls are refused."""


class Breaker:
    def __init__(self, limit, cool):
        self.limit, self.cool, self.failures, self.opened = limit, cool, 0, None

    def call(self, now, fn, *args):
        if self.opened is not None:
            if now - self.opened < self.cool:
                raise Open(f"until {self.opened + self.cool}")
            self.opened, self.failures = None, self.limit - 1
        try:
            result = fn(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.limit:
                self.opened = now
            raise
        self.failures = 0
        return result


b = Breaker(2, 5)
for now, x in enumerate((4, 0, 0, 1, 1, 1, 1, 0, 2, 2, 2, 2, 2, 2)):
    try:
        print(now, b.call(now, lambda v: 8 // v, x))
    except (Open, ZeroDivisionError) as e:
        print(now, type(e).__name__, e)
