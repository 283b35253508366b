def safe_div(pairs):
    return sum(a / b for a, b in pairs)


print(safe_div([(1, 2), (3, 4)]))
print(safe_div([(1, 2), (3, 0)]))
