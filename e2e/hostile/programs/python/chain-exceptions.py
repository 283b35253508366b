# attack: a chain of a hundred thousand exceptions, printed
# expect: uncaught_error, output_limit, stack_overflow, memory_limit
# why: each has its text in the error output, and the depth of printing is bounded
e = None
for i in range(100000):
  n = ValueError(i)
  n.__context__ = e
  e = n
raise e
