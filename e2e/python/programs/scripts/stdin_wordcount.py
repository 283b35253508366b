import sys
from collections import Counter

counts = Counter()
lines = chars = 0
for line in sys.stdin:
    lines += 1
    chars += len(line)
    counts.update(w.strip(".,!?").lower() for w in line.split())
print(lines, sum(counts.values()), chars)
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{n:>3} {word}")
print(counts.most_common(1), counts["absent"], len(counts))
