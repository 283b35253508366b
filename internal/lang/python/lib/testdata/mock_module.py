from unittest.mock import *
from unittest import mock
import os, json, unittest, asyncio
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
m = Mock(); m.foo(1, a=2); m.bar.baz('x'); m.return_value = 5; print(m(), m.called, m.call_count, m.mock_calls, m.method_calls, m.foo.call_args, m.foo.call_args_list, m.foo.call_args.args, m.foo.call_args.kwargs)
m.foo.assert_called_with(1, a=2); m.foo.assert_called_once_with(1, a=2); t(m.foo.assert_called_with, 2); t(m.foo.assert_not_called); t(Mock().assert_called); t(Mock(name='nm').assert_called_once); t(m.foo.assert_any_call, 3); t(m.assert_has_calls, [call.foo(1, a=2)]); t(m.assert_has_calls, [call.foo(9)]); t(lambda: m.asert_x)
s = Mock(side_effect=[1, 2, ValueError('x')]); print(s(), s()); t(s); s.side_effect = KeyError('k'); t(s); s.side_effect = lambda x: x + 1; print(s(4))
class K:
    def f(self, a): return a
    x = 1
k = Mock(spec=K); print(isinstance(k, K)); t(lambda: k.nope); k.f(1)
mm = MagicMock(); print(len(mm), int(mm), bool(mm), list(mm), mm[1] is mm[1], mm == mm, 1 in mm); mm.__len__.return_value = 7; print(len(mm)); mm.__getitem__.side_effect = lambda i: i * 2; print(mm[4])
with mm as v: print(v is mm.__enter__.return_value)
mm.__str__.return_value = 'text'; print(str(mm))
with patch('os.getcwd', return_value='/fake') as g: print(os.getcwd(), g.call_count)
print(os.getcwd() != '/fake')
@patch('json.dumps')
@patch.object(os, 'getpid', return_value=7)
def f(pid, dumps): dumps.return_value = 'D'; return os.getpid(), json.dumps({})
print(f())
with patch.dict(os.environ, {'QQ': '1'}): print(os.environ['QQ'])
print('QQ' in os.environ)
with patch('builtins.open', mock_open(read_data='data\nline2')) as mo:
    with open('x') as fh: print(fh.read())
    mo.assert_called_once_with('x')
with patch.multiple(os, getcwd=DEFAULT, getppid=DEFAULT) as d: print(sorted(d))
p = patch('os.sep', '!'); p.start(); print(os.sep); p.stop(); print(os.sep)
am = AsyncMock(return_value=3); print(asyncio.run(am(1))); am.assert_awaited_once_with(1)
print(call(1, x=2), call.a.b(3), ANY == 5, sentinel.foo, call(1) == call(1), call(1) == ((1,), {}))
a = create_autospec(K); i = a(); i.f(2); t(lambda: i.f()); t(lambda: i.zz)
pm = PropertyMock(return_value=9); 
with patch.object(K, 'x', new_callable=PropertyMock) as q: q.return_value = 11; print(K().x)
m.reset_mock(); print(m.mock_calls, m.called); w = Mock(wraps=len); print(w([1, 2]))
class T(unittest.TestCase):
    @patch('os.getcwd')
    def test_a(self, g): g.return_value = 'Z'; self.assertEqual(os.getcwd(), 'Z')
r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r); print(r)
cfg = Mock(**{'a.return_value': 3, 'b.c': 4}); print(cfg.a(), cfg.b.c); s = Mock(); s.x = 5; print(s.x); del s.y; t(lambda: s.y)
