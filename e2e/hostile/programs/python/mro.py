# attack: a class of a thousand bases, and classes that inherit a hundred thousand deep
# expect: timeout, exited, memory_limit, stack_overflow, uncaught_error
# why: each class holds the order of all above it; whichever bound is first
# output: done
wide = type("Wide", tuple(type(f"B{i}", (), {}) for i in range(1000)), {})
c = object
for i in range(100000):
  c = type("D", (c,), {})
print("done")
