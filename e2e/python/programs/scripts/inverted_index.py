import re
from collections import defaultdict

DOCS = {1: "The cat sat on the mat", 2: "A dog and a cat", 3: "Dogs chase cats; the end."}
index = defaultdict(set)
for doc, text in DOCS.items():
    for pos, word in enumerate(re.findall(r"\w+", text.lower())):
        index[word].add((doc, pos))


def search(query):
    found = None
    for word in query.lower().split():
        docs = {d for d, _ in index.get(word, ())}
        found = docs if found is None else found & docs
    return sorted(found or ())


for q in ("cat", "the", "cat the", "dog", "nothing", ""):
    print(repr(q), search(q))
print(sorted(index["the"]), len(index))
