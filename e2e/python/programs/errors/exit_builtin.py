for i in range(5):
    print(i)
    if i == 2:
        raise SystemExit("stopped at %d" % i)
