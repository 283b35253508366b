# attack: comparing two cyclic lists
# expect: uncaught_error
a, b = [], []
a.append(b)
b.append(a)
print(a == b)
