def label(prefix, n):
    return prefix + n


print(label("a", "b"))
print(label("item ", 5))
