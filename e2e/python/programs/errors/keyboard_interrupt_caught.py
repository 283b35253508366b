import sys

try:
    try:
        raise KeyboardInterrupt("ctrl-c")
    except Exception:
        print("not an Exception")
except KeyboardInterrupt as e:
    print("interrupted", e)
    sys.exit(130)
