seen = set()
for item in [1, "two", (3, 3), [4]]:
    print("adding", item)
    seen.add(item)
