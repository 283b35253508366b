import heapq
from collections import Counter


def codes(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    i = len(heap)
    while len(heap) > 1:
        (a, _, x), (b, _, y) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a + b, i := i + 1, (x, y)))

    def walk(node, prefix):
        if isinstance(node, str):
            yield node, prefix or "0"
        else:
            for bit, child in zip("01", node):
                yield from walk(child, prefix + bit)

    return dict(walk(heap[0][2], ""))


text = "abracadabra alakazam"
table = codes(text)
bits = "".join(table[c] for c in text)
print(table, len(bits), int(bits, 2))
back, at = "", ""
inverse = {v: k for k, v in table.items()}
for b in bits:
    at += b
    if at in inverse:
        back, at = back + inverse[at], ""
print(back == text)
