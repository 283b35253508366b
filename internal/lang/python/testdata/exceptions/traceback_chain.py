import sys
class Stack:
    def __init__(self): self.items = []
    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()
class AppError(Exception):
    """app"""
    class Inner(Exception): pass
def load(cfg):
    try:
        return int(cfg["port"])
    except KeyError as e:
        raise AppError(f"missing {e}") from e
def run():
    s = Stack()
    try:
        s.pop()
    except IndexError:
        try:
            load({})
        except AppError as e:
            e.add_note("while loading\n  config")
            raise AppError.Inner("outer", 1)
    finally:
        print("cleanup")
run()
