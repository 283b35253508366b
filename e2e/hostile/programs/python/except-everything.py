# attack: except that catches whatever there is, nested in generators and with
# expect: timeout
import contextlib
def g():
  while True:
    try:
      yield
    except BaseException:
      pass
@contextlib.contextmanager
def suppress():
  try:
    yield
  except BaseException:
    pass
x = g()
while True:
  with suppress(), contextlib.suppress(BaseException):
    for _ in x:
      try:
        while True:
          pass
      except:
        pass
      finally:
        continue
