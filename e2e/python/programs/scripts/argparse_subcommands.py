"""A todo list kept in one run: sub-commands are given one after the other on the command line."""
import argparse
import shlex
import sys
from dataclasses import dataclass, field
from itertools import count


@dataclass(order=True)
class Item:
    priority: int
    number: int
    text: str = field(compare=False)
    done: bool = field(default=False, compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)

    def __str__(self):
        mark = "x" if self.done else " "
        tags = "".join(f" #{t}" for t in self.tags)
        return f"[{mark}] {self.number} (p{self.priority}) {self.text}{tags}"


class Todo:
    def __init__(self):
        self.items, self.numbers = [], count(1)

    def add(self, ns):
        item = Item(ns.priority, next(self.numbers), " ".join(ns.text), tags=ns.tag)
        self.items.append(item)
        print("added", repr(item))

    def done(self, ns):
        for item in self.items:
            if item.number in ns.numbers:
                item.done = True

    def list(self, ns):
        chosen = [i for i in self.items if ns.all or not i.done]
        for item in sorted(chosen, reverse=ns.reverse):
            print(item)


def build(todo):
    parser = argparse.ArgumentParser(prog="todo", description="Keeps things to do.")
    parser.add_argument("-q", "--quiet", action="store_true", help="say less")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    add = commands.add_parser("add", help="add an item")
    add.add_argument("text", nargs="+", help="what is to be done")
    add.add_argument("-p", "--priority", type=int, choices=range(1, 6), default=3, help="1 is urgent (default: %(default)s)")
    add.add_argument("-t", "--tag", action="append", default=[])
    add.set_defaults(run=todo.add)
    done = commands.add_parser("done", aliases=["d"], help="mark as done")
    done.add_argument("numbers", nargs="+", type=int, metavar="N")
    done.set_defaults(run=todo.done)
    listing = commands.add_parser("list", help="show the items")
    only = listing.add_mutually_exclusive_group()
    only.add_argument("--all", action="store_true")
    only.add_argument("--open", action="store_false", dest="all")
    listing.add_argument("--reverse", action=argparse.BooleanOptionalAction, default=False)
    listing.set_defaults(run=todo.list)
    return parser


def main(lines):
    todo = Todo()
    parser = build(todo)
    for line in lines:
        print("$", line)
        try:
            ns = parser.parse_args(shlex.split(line))
        except SystemExit as e:
            print("->", e.code)
            continue
        if not hasattr(ns, "run"):
            print(parser.format_usage(), end="")
            continue
        ns.run(ns)


sys.stderr = sys.stdout
main(sys.argv[1:])
