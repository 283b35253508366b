"""Solves word puzzles: anagrams, ladders, hangman, crosswords fitting, substitution ciphers by frequency."""
import re
import sys
from collections import Counter, defaultdict, deque
from functools import cache, reduce
from itertools import chain, permutations, zip_longest
from string import ascii_lowercase as ABC

words = sorted(set(re.findall(r"[a-z]{2,}", sys.stdin.read().lower())))
print(len(words), "words of", *sorted(Counter(map(len, words)).items()))

by_letters = defaultdict(list)
for w in words:
    by_letters["".join(sorted(w))].append(w)
print([group for group in by_letters.values() if len(group) > 1])


def ladder(start, end):
    parents, queue = {start: None}, deque([start])
    patterns = defaultdict(set)
    for w in words:
        for i in range(len(w)):
            patterns[w[:i] + "_" + w[i + 1 :]].add(w)
    while queue and end not in parents:
        w = queue.popleft()
        for n in sorted(set().union(*(patterns[w[:i] + "_" + w[i + 1 :]] for i in range(len(w)))) - parents.keys()):
            parents[n] = w
            queue.append(n)
    path = []
    while end is not None and end in parents:
        path.append(end)
        end = parents[end]
    return path[::-1]


print(" > ".join(ladder("cold", "warm")), ladder("cold", "zebra"))


class Trie(dict):
    end = False

    def __missing__(self, c):
        self[c] = child = Trie()
        return child

    def add(self, word):
        reduce(lambda node, c: node[c], word, self).end = True
        return self

    def matches(self, pattern, prefix=""):
        if not pattern:
            if self.end:
                yield prefix
            return
        head, rest = pattern[0], pattern[1:]
        if head == "*":
            yield from self.matches(rest, prefix)
            for c in sorted(self):
                yield from self[c].matches(pattern, prefix + c)
        else:
            for c in sorted(self) if head == "?" else filter(self.__contains__, head):
                yield from self[c].matches(rest, prefix + c)

    def size(self):
        return 1 + sum(child.size() for child in self.values())


trie = reduce(Trie.add, words, Trie())
print(trie.size(), list(trie.matches("?o?d")), list(trie.matches("w*m")), sorted(set(trie.matches("*ar*")))[:4], trie.matches("zz").__next__ is not None)


def hangman(secret):
    left, tried = set(words), []
    shown = "_" * len(secret)
    while "_" in shown:
        pattern = re.compile("".join(c if c != "_" else f"[^{''.join(tried) or '0'}]" for c in shown))
        left = {w for w in left if pattern.fullmatch(w)}
        counts = Counter(chain.from_iterable(map(set, left)))
        guess = max(sorted(set(ABC) - set(tried)), key=lambda c: counts[c])
        tried.append(guess)
        shown = "".join(c if c in tried else "_" for c in secret)
    return "".join(tried), sum(c not in secret for c in tried)


print({w: hangman(w) for w in ("warm", "treat", "stone")})


@cache
def segment(text):
    """The fewest words that make the text, or None."""
    if not text:
        return ()
    tails = ((text[:i], segment(text[i:])) for i in range(1, len(text) + 1) if text[:i] in set(words))
    return min(((head, *tail) for head, tail in tails if tail is not None), key=len, default=None)


print(segment("coldcordtreatwarmstones"), segment("coldx"), segment.cache_info().currsize)

key = str.maketrans(ABC, ABC[7:] + ABC[:7])
secret = "the notes eat the stone and the tea; the cold word warms the ward".translate(key)
print(secret)
best = max(range(26), key=lambda n: sum(w in words for w in re.findall(r"\w+", secret.translate(str.maketrans(ABC, ABC[n:] + ABC[:n])))))
print(best, secret.translate(str.maketrans(ABC, ABC[best:] + ABC[:best])))
columns = zip_longest(*["".join(filter(str.isalpha, secret))[i::5] for i in range(5)], fillvalue="x")
print("".join(map("".join, columns))[:30])


def alphametic(a, b, c):
    letters = "".join(dict.fromkeys(a + b + c))
    firsts = {letters.index(w[0]) for w in (a, b, c)}
    for digits in permutations("0123456789", len(letters)):
        if any(digits[i] == "0" for i in firsts):
            continue
        table = str.maketrans(letters, "".join(digits))
        if int(a.translate(table)) + int(b.translate(table)) == int(c.translate(table)):
            return " + ".join([a, b]).translate(table) + " = " + c.translate(table)
    return None


print(alphametic("to", "go", "out"))
print(*(f"{a}{'~' if Counter(a) == Counter(b) else '|'}{b}" for a, b in zip(words[:8:2], words[1:8:2])), max(words, key=lambda w: (len(set(w)), w)), "".join(sorted(set(ABC) - set().union(*words))))
