"""Puzzles on grids of text: a maze, sudoku, word search, spiral, flood fill."""
import sys
from collections import deque
from dataclasses import dataclass
from itertools import product

SUDOKU = """
53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79
""".split()


@dataclass(frozen=True, order=True)
class P:
    y: int
    x: int

    def __add__(self, other):
        return P(self.y + other.y, self.x + other.x)

    def __mul__(self, n):
        return P(self.y * n, self.x * n)

    __rmul__ = __mul__


AROUND = [P(*d) for d in product((-1, 0, 1), repeat=2) if any(d)]
SIDES = {"^": P(-1, 0), "v": P(1, 0), "<": P(0, -1), ">": P(0, 1)}


class Grid(dict):
    def __init__(self, text):
        super().__init__((P(y, x), c) for y, row in enumerate(text.splitlines()) for x, c in enumerate(row))

    def find(self, char):
        return [p for p, c in self.items() if c == char]

    def __str__(self):
        height, width = max(p.y for p in self) + 1, max(p.x for p in self) + 1
        return "\n".join("".join(self.get(P(y, x), " ") for x in range(width)).rstrip() for y in range(height))

    def __missing__(self, p):
        return "#"

    def route(self, start, end):
        came, queue = {start: None}, deque([start])
        while queue:
            here = queue.popleft()
            if here == end:
                break
            for arrow, step in SIDES.items():
                there = here + step
                if self[there] != "#" and there not in came:
                    came[there] = here, arrow
                    queue.append(there)
        else:
            raise LookupError(f"no way from {start} to {end}")
        while came[here] is not None:
            here, arrow = came[here]
            yield here, arrow

    def words(self, word):
        for start, step in product(self.find(word[0]), AROUND):
            if all(self[start + step * i] == c for i, c in enumerate(word)):
                yield start, step


def spiral(rows):
    rows = [*map(list, rows)]
    while rows:
        yield from rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]


def solve(cells):
    try:
        at = min((p for p in cells if len(cells[p]) > 1), key=lambda p: (len(cells[p]), p))
    except ValueError:
        return cells
    for digit in sorted(cells[at]):
        trial = {p: set(c) for p, c in cells.items()}
        if place(trial, at, digit) and (done := solve(trial)):
            return done
    return None


def place(cells, p, digit):
    cells[p] = {digit}
    for q in cells:
        if q != p and (q[0] == p[0] or q[1] == p[1] or (q[0] // 3, q[1] // 3) == (p[0] // 3, p[1] // 3)) and digit in cells[q]:
            cells[q].discard(digit)
            if not cells[q] or len(cells[q]) == 1 and not place(cells, q, *cells[q]):
                return False
    return True


maze_text, letters = sys.stdin.read().split("\n\n")
maze = Grid(maze_text)
[start], [end] = maze.find("S"), maze.find("E")
steps = list(maze.route(start, end))
for p, arrow in steps[:-1]:
    maze[p] = arrow
print(maze, len(steps), "steps", end, sep="\n")
try:
    list(Grid("S#E").route(P(0, 0), P(0, 2)))
except LookupError as e:
    print(e)
board = Grid(letters)
for word in "PYTHON", "GO", "TREE", "ZIG":
    print(word, [f"{p.y},{p.x}{'↑↓·'[(step.y > 0) if step.y else 2]}" for p, step in sorted(board.words(word))])
cells = {(y, x): set("123456789") for y in range(9) for x in range(9)}
for (y, x) in cells:
    if SUDOKU[y][x] != "." and not place(cells, (y, x), SUDOKU[y][x]):
        print("impossible")
solved = solve(cells)
print("\n".join("".join(next(iter(solved[y, x])) for x in range(9)) for y in range(9)))
print("".join(spiral(["abcd", "lmne", "kpof", "jihg"])), sum(1 for _ in spiral([])))
