for source in ("-" * 4000 + "1", "not " * 4000 + "x"):
    try:
        compile(source, "deep.py", "eval")
    except RecursionError as e:
        print(type(e).__name__, e)
exec("x = " + "-" * 4000 + "1")
