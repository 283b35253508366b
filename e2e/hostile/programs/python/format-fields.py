# attack: format fields that lead away from their value
# expect: exited, uncaught_error
# why: what there is to find depends on the engine
# output: none
class C:
  def m(self): pass
secret = "x"
text = "{0.m.__func__.__globals__[secret]}".format(C())
print("none" if text == "x" else text)
try:
  "{0.__class__.__init__.__globals__}".format(1)
  print("globals of a built-in")
except AttributeError:
  pass
