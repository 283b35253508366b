print("start")
xyzzy_unknown()
