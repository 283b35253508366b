import sys
import traceback

for value in ("5", "five"):
    try:
        print(int(value))
    except ValueError:
        traceback.print_exc(file=sys.stdout, limit=0)
        traceback.print_exc()
sys.exit(2)
