from collections import OrderedDict


class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0

    def get(self, key, make):
        if key in self.data:
            self.data.move_to_end(key)
            self.hits += 1
        else:
            self.misses += 1
            self.data[key] = make(key)
            if len(self.data) > self.size:
                old, _ = self.data.popitem(last=False)
                print("evict", old)
        return self.data[key]


c = LRU(2)
print([c.get(k, str.upper) for k in "abacabbc"])
print(c.hits, c.misses, list(c.data), c.data)
