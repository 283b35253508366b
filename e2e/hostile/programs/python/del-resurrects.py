# attack: objects whose __del__ puts them back and never ends
# expect: exited, timeout
# why: an engine may call no __del__
# output: made
all = []
class C:
  def __del__(self):
    all.append(self)
    while True:
      pass
try:
  for i in range(1000):
    c = C()
    del c
finally:
  print("made")
