# attack: ranges and slices beyond 64 bits
# expect: exited
# output: refused
n = 10 ** 30
r = range(n)
r[n - 1], r[-1], n // 2 in r, r[::n], r[5:n], "abc"[n:], [1, 2][-n:n:n]
for f in (lambda: len(r), lambda: list(r), lambda: [1][n], lambda: [1] * n, lambda: range(0, 1, 0), lambda: r[n], lambda: bytes([n]), lambda: chr(n), lambda: (1).to_bytes(n, "big")):
  try:
    f()
  except (OverflowError, IndexError, ValueError, MemoryError):
    continue
  raise SystemExit(3)
print("refused")
