def cleanup(resource):
    raise OSError(f"cannot close {resource}")


def work():
    try:
        1 / 0
    except ZeroDivisionError:
        cleanup("file")


try:
    work()
except OSError as e:
    print(e, "|", repr(e.__context__), e.__cause__)
work()
