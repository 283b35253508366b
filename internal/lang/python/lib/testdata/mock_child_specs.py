# Calls of a spec's methods are compared by their parameters, from the whole's calls, too; a mock is no spec.
from unittest.mock import *
class K:
    def meth(self, x, y=1): pass
class K2:
    def meth(self, x, y=1): pass
    attr = 5
for K in K, K2:
  for mk in (lambda: create_autospec(K), lambda: create_autospec(K, instance=True), lambda: NonCallableMock(spec=K), lambda: create_autospec(K()), lambda: create_autospec(K)(), lambda: Mock(spec=K)):
    k = mk()
    try: k.meth(1, y=2); k.meth.assert_called_with(1, 2); k.assert_has_calls([call.meth(1, 2)]); print("ok")
    except Exception as e: print(type(e).__name__, str(e)[:200])
    except AssertionError as e: print(type(e).__name__, str(e)[:200])
class S:
    @staticmethod
    def st(x): pass
    @classmethod
    def cl(cls, x): pass
for k in create_autospec(S), create_autospec(S, instance=True), Mock(spec=S):
    k.st(5); k.cl(6)
    try: k.st.assert_called_with(x=5); k.cl.assert_called_with(x=6); print(k.mock_calls)
    except AssertionError as e: print("AssertionError", e)
for f in Mock, create_autospec:
    try: f(Mock(name="m"))
    except Exception as e: print(type(e).__name__, str(e).split("[")[0])
