import sys

try:
    sys.exit(["a", 1])
except SystemExit as e:
    print(repr(e.code))
sys.exit(("several", "values"))
