import sys

try:
    sys.exit(True)
except SystemExit as e:
    print(e.code, repr(e))
sys.exit(True)
