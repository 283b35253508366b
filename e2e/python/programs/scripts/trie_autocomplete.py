class Trie:
    def __init__(self):
        self.children, self.word = {}, False

    def add(self, word):
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
        node.word = True

    def complete(self, prefix):
        node = self
        for c in prefix:
            if c not in node.children:
                return
            node = node.children[c]
        yield from node._walk(prefix)

    def _walk(self, prefix):
        if self.word:
            yield prefix
        for c in sorted(self.children):
            yield from self.children[c]._walk(prefix + c)


t = Trie()
for w in "car card care cat dog do".split():
    t.add(w)
for p in ("car", "do", "x", ""):
    print(repr(p), list(t.complete(p)))
