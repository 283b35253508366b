# Modules that are loaded from files, and where they would be kept.
import importlib.util, sys, os, types
open('plug.py','w').write('X=5\ndef f(): return X, __name__, __file__\n')
spec=importlib.util.spec_from_file_location('plug2','plug.py')
print(spec.name, os.path.basename(spec.origin), spec.has_location, spec.submodule_search_locations, type(spec.loader).__name__, spec.parent=='' )
m=importlib.util.module_from_spec(spec); print(os.path.basename(m.__file__), m.__name__, m.__loader__ is spec.loader, hasattr(m,'X'))
sys.modules['plug2']=m
spec.loader.exec_module(m); print(m.f()[:2], os.path.basename(m.f()[2]))
print(importlib.util.spec_from_file_location('zz','x.txt'))
s=importlib.util.spec_from_file_location('nope','nope.py'); n=importlib.util.module_from_spec(s)
try: s.loader.exec_module(n)
except FileNotFoundError as e: print(e.errno, os.path.basename(e.filename))
from importlib.machinery import SourceFileLoader, ModuleSpec
l=SourceFileLoader('plug3','plug.py'); print(l.name, l.path, l.get_filename('plug3'), l.is_package('plug3'), l.get_source('plug3')[:4])
m3=l.load_module(); print(m3.X, m3.__name__)
m3=types.ModuleType(l.name); l.exec_module(m3); print(m3.X)
def lazy_import(name):
    spec = importlib.util.find_spec(name)
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module
lazy=lazy_import('colorsys'); print(lazy.rgb_to_hsv(1,0,0), lazy.__name__)
try: l.get_filename('other')
except ImportError as e: print(e)
print(importlib.util.source_hash(b'abc'), importlib.util.MAGIC_NUMBER[2:], importlib.util.cache_from_source('a/b.py'), importlib.util.source_from_cache('a/__pycache__/b.cpython-311.pyc'))
print(importlib.util.find_spec('json').name, importlib.util.find_spec('nosuch'))
import select
import ssl
import sysconfig
print(sysconfig.get_config_var("SOABI"), sysconfig.get_config_vars("py_version_short", "nosuch"))
print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), ssl.PROTOCOL_TLS_CLIENT, select.PIPE_BUF)
def f(a,b): return a
c=f.__code__.replace(co_name='zz'); print(c.co_name, c.co_filename==f.__code__.co_filename, c==f.__code__, c.co_varnames)
g=types.FunctionType(f.__code__.replace(co_filename='q.py',co_firstlineno=100), globals(), 'g'); print(g(1,2), g.__code__.co_filename, g.__code__.co_firstlineno)
try: c.replace(foo=1)
except TypeError as e: print(e)
try: c.replace(co_name=1)
except TypeError as e: print(e)
