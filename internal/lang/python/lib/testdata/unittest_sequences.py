# assertSequenceEqual of sequences of two kinds, and of what is none.
import unittest


class T(unittest.TestCase):
    def runTest(self):
        pass


t = T()
for first, second in [([1, 2], (1, 2)), ((), []), ("ab", ["a", "b"]), (range(3), [0, 1, 2]), ([1], (2,)), ([1, 2], (1,)), ([], (1,)), (5, [1]), ([1], 5),
                      (iter([1]), [1])]:
    for check in t.assertSequenceEqual, t.assertListEqual:
        try:
            check(first, second)
            print("equal")
        except AssertionError as e:
            text = str(e)
            print(text if "0x" not in text else text.split("\n")[0][:40])
