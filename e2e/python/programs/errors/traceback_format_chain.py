import traceback


def low():
    return {}["missing"]


def high():
    try:
        low()
    except KeyError as e:
        raise RuntimeError("high failed") from e


try:
    high()
except RuntimeError as e:
    text = "".join(traceback.format_exception(e))
    print(text.replace(__file__, "FILE"))
