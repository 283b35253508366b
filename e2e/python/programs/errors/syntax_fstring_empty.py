print(f"a{}b")
