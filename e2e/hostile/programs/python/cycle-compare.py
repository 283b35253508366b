# attack: comparing two cyclic lists
# expect: stack_overflow, uncaught_error
# why: a RecursionError; which of the two depends on where it was raised
# says: RecursionError
a, b = [], []
a.append(b)
b.append(a)
print(a == b)
