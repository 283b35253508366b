# attack: a program that imports itself, by every name
# expect: exited
# output: __main__
# output: True
import sys
print(__name__)
import __main__
print(__main__ is sys.modules["__main__"])
