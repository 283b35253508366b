# attack: a function that calls itself without end, with the limit of recursion lifted
# expect: stack_overflow, memory_limit, uncaught_error
# why: the limit may be refused, kept by the engine's own bound, or be that of memory
import sys
sys.setrecursionlimit(10 ** 9)
def f(n):
  return f(n + 1) + 1
f(0)
