log = []


def inner():
    raise LookupError("gone")


def middle():
    try:
        inner()
    except LookupError:
        log.append("middle")
        raise


def outer():
    try:
        middle()
    except Exception as e:
        log.append(type(e).__name__)
        raise e


try:
    outer()
except LookupError as e:
    print(log, e)
    tb, names = e.__traceback__, []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
outer()
