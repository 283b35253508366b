class Stop(Exception):
    pass


try:
    raise Stop
except Stop as e:
    print(repr(e), e.args, str(e) == "")
raise Stop
