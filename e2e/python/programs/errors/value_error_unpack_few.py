def head(line):
    first, second, *rest = line.split()
    return first, second, rest


print(head("a b c d"))
print(head("a b"))
print(head("a"))
