# attack: text that no encoding has, in output, errors and names
# expect: uncaught_error
# says: surrogates not allowed
import os, sys
for f in (lambda: open("\udcff"), lambda: os.environ.get("\udcff"), lambda: getattr(1, "\udcff", None), lambda: exec("x = '\udcff'")):
  try:
    f()
  except (OSError, UnicodeError, SyntaxError):
    pass
print("\udcff", file=sys.stderr)
print("\ud800")
