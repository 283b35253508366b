# attack: standard output that prints what is written to it
# expect: stack_overflow
import sys
class Evil:
  def write(self, text):
    print(text)
sys.stdout = Evil()
print("x")
