# attack: an error whose text takes for ever
# expect: timeout
class E(Exception):
  def __str__(self):
    while True:
      pass
raise E
