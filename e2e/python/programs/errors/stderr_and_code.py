import sys

print("to stdout")
print("warning: something", file=sys.stderr)
sys.stderr.write("last words\n")
sys.exit(5)
