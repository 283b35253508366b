"""An interactive inventory on standard input: commands by introspection, help from docstrings, undo."""
import copy
import inspect
import shlex
import sys
from difflib import get_close_matches


class Stop(Exception):
    pass


class UsageError(Exception):
    pass


def command(*aliases, undoable=False):
    def mark(f):
        f.aliases, f.undoable = aliases, undoable
        return f

    return mark


class Shell:
    def __init__(self):
        self.items, self.history = {}, []
        self.commands = {}
        for name, method in inspect.getmembers(self, inspect.ismethod):
            if name.startswith("do_"):
                for alias in (name[3:], *method.aliases):
                    self.commands[alias] = method

    @command("+", undoable=True)
    def do_add(self, name: str, count: int = 1, *, price: float = 0.0):
        """Adds items. A price may be given."""
        kept = self.items.setdefault(name, {"count": 0, "price": price})
        kept["count"] += count
        if price:
            kept["price"] = price

    @command("-", undoable=True)
    def do_remove(self, name: str, count: int = 1):
        """Takes items out."""
        if self.items[name]["count"] < count:
            raise ValueError(f"there are only {self.items[name]['count']} of {name!r}")
        self.items[name]["count"] -= count
        if not self.items[name]["count"]:
            del self.items[name]

    @command("ls")
    def do_list(self, *names: str):
        """Shows all items, or those named."""
        for name, item in sorted(self.items.items()):
            if not names or name in names:
                print(f"  {name:<12}{item['count']:>4} x {item['price']:.2f} = {item['count'] * item['price']:.2f}")

    @command()
    def do_undo(self):
        """Takes the last change back."""
        if not self.history:
            raise UsageError("nothing to undo")
        text, self.items = self.history.pop()
        print(f"  undid: {text}")

    @command("?")
    def do_help(self, name: str = None):
        """This help."""
        names = [name] if name else sorted({m.__name__[3:] for m in self.commands.values()})
        for n in names:
            method = self.find(n)
            print(f"  {n} {usage(method)}: {inspect.getdoc(method)}")

    @command("q", "exit")
    def do_quit(self, code: int = 0):
        """Ends."""
        raise Stop(code)

    def find(self, name):
        try:
            return self.commands[name]
        except KeyError:
            near = get_close_matches(name, self.commands, 1)
            raise UsageError(f"no command {name!r}" + (f", did you mean {near[0]!r}?" if near else "")) from None

    def run(self, line):
        name, *words = shlex.split(line, comments=True)
        method = self.find(name)
        args = [w for w in words if "=" not in w]
        named = dict(w.split("=", 1) for w in words if "=" in w)
        signature = inspect.signature(method)
        try:
            bound = signature.bind(*args, **named)
        except TypeError as e:
            raise UsageError(f"{e}; usage: {name} {usage(method)}") from e
        for key, value in bound.arguments.items():
            kind = signature.parameters[key].annotation
            if signature.parameters[key].kind is inspect.Parameter.VAR_POSITIONAL:
                bound.arguments[key] = tuple(map(kind, value))
            else:
                bound.arguments[key] = kind(value)
        before = copy.deepcopy(self.items)
        result = method(*bound.args, **bound.kwargs)
        if method.undoable:
            self.history.append((line.strip(), before))
        return result


def usage(method):
    return str(inspect.signature(method))


def main():
    shell = Shell()
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip() or line.startswith("#"):
            continue
        print(f"{number}> {line.strip()}")
        try:
            shell.run(line)
        except Stop as e:
            return e.args[0]
        except UsageError as e:
            print("  usage:", e)
        except Exception as e:
            print(f"  {type(e).__name__}: {e}")
    return 0


sys.exit(main())
