# attack: methods of strings and bytes that make gigabytes of a word
# expect: exited, memory_limit
# why: the engine refuses sizes above a bound of its own, or memory is the bound
# output: done
n = 10 ** 10
for f in (lambda: "x".ljust(n), lambda: "x".center(n), lambda: "x".zfill(n), lambda: "\t".expandtabs(n), lambda: "x".replace("", "y" * 10 ** 6 * 2), lambda: bytes(n),
    lambda: bytearray(n), lambda: b"x" * n, lambda: b"x".rjust(n), lambda: ("x" * 10 ** 6).join(["y"] * 10 ** 6), lambda: ("x" * 10 ** 5).replace("x", "y" * 10 ** 5),
    lambda: ("x" * 10 ** 5).translate({120: "y" * 10 ** 5}), lambda: "%*d" % (n, 1), lambda: (1).to_bytes(n, "big"), lambda: b"\t".expandtabs(n)):
  try:
    f()
  except (MemoryError, OverflowError):
    pass
print("done")
