# attack: an error whose text, name and notes raise
# expect: uncaught_error
class E(Exception):
  def __str__(self):
    raise self
  __repr__ = __str__
  __notes__ = property(__str__)
raise E
