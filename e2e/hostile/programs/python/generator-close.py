# attack: generators that won't be closed
# expect: exited
# output: RuntimeError('generator ignored GeneratorExit')
# output: ValueError('generator already executing')
def g():
  while True:
    try:
      yield
    except BaseException:
      pass
x = g()
next(x)
try:
  x.close()
except RuntimeError as e:
  print(repr(e))
def h():
  yield next(y)
y = h()
try:
  next(y)
except ValueError as e:
  print(repr(e))
