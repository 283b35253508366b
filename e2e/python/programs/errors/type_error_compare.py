people = [("Ann", 31), ("Bob", None), ("Cid", 25)]
print(sorted(people))
print(sorted(people, key=lambda p: p[1]))
