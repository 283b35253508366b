"""Compares versions of a text: unified and context diffs, matching blocks, close names."""
import difflib
import sys

OLD = """def total(items):
    result = 0
    for item in items:
        result += item.price
    return result

def report(items):
    print("total", total(items))
    print("count", len(items))

report([])
""".splitlines(keepends=True)

NEW = """import math

def total(items, tax=0):
    result = math.fsum(i.price for i in items)
    return result * (1 + tax)

def report(items):
    print("total", total(items))
    print("count:", len(items))

if __name__ == "__main__":
    report([])
""".splitlines(keepends=True)

sys.stdout.writelines(difflib.unified_diff(OLD, NEW, "old.py", "new.py", "2024-01-01", "2024-02-02", n=1))
print("=" * 20)
sys.stdout.writelines(difflib.context_diff(OLD, NEW, "old.py", "new.py", n=0))
print("=" * 20)
print("".join(difflib.ndiff(OLD[:5], NEW[2:6])), end="")
restored = "".join(difflib.restore(difflib.ndiff(OLD, NEW), 1)), "".join(difflib.restore(difflib.ndiff(OLD, NEW), 2))
print("restored:", restored == ("".join(OLD), "".join(NEW)))

matcher = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(f"{matcher.ratio():.4f} {matcher.quick_ratio():.4f} {matcher.real_quick_ratio():.4f}")
for block in matcher.get_matching_blocks():
    print(block, repr(matcher.a[block.a : block.a + block.size]))
for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(lambda c: c == " ", "qabxcd", "abycdf").get_opcodes():
    print(f"{tag:<8} a[{i1}:{i2}] b[{j1}:{j2}] {'qabxcd'[i1:i2]!r} -> {'abycdf'[j1:j2]!r}")
for group in difflib.SequenceMatcher(None, OLD, NEW).get_grouped_opcodes(1):
    print(group)

commands = ["commit", "checkout", "cherry-pick", "clone", "config", "status", "stash"]
for typed in "comit", "statsu", "chekout", "zzz", "c":
    near = difflib.get_close_matches(typed, commands, n=2, cutoff=0.5)
    print(f"{typed}: {'did you mean ' + ' or '.join(near) + '?' if near else 'unknown command'}")


def similar(names, threshold):
    groups = []
    for name in names:
        for group in groups:
            if difflib.SequenceMatcher(None, group[0], name).ratio() >= threshold:
                group.append(name)
                break
        else:
            groups.append([name])
    return groups


print(similar(["Meyer", "Maier", "Meier", "Smith", "Smyth", "Schmidt", "Mayer"], 0.7))
