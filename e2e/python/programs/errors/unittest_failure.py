import unittest


class TestMath(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)

    def test_fail(self):
        self.assertEqual(1, 2)

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(TestMath).run(result)
print(result.testsRun, len(result.failures), len(result.errors))
print(result.failures[0][1].splitlines()[-1])
raise SystemExit(not result.wasSuccessful())
