class Quit(SystemExit):
    pass


def run():
    try:
        raise Quit(9)
    except Exception:
        print("not here")
    finally:
        print("finally")


run()
