def tree(paths):
    root = {}
    for p in paths:
        at = root
        for part in p.strip("/").split("/"):
            at = at.setdefault(part, {})
    return root


def draw(node, prefix=""):
    for i, (name, below) in enumerate(sorted(node.items())):
        last = i == len(node) - 1
        yield f"{prefix}{'└── ' if last else '├── '}{name}"
        yield from draw(below, prefix + ("    " if last else "│   "))


print(*draw(tree(["src/main.py", "src/lib/a.py", "src/lib/b.py", "README", "docs/é.md"])), sep="\n")
