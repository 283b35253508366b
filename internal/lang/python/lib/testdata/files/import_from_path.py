import os, sys
os.makedirs('one/pk/sub', exist_ok=True); os.makedirs('two/ns', exist_ok=True)
open('one/pk/__init__.py','w').write('print("pk")\nX=1\n')
open('one/pk/sub/__init__.py','w').write('from .. import X\nprint("sub", X, __name__, __package__)\n')
open('one/pk/m.py','w').write('from . import sub\ndef f():\n    raise ValueError("here")\n')
open('two/ns/z.py','w').write('v = "z of ns"\n')
open('here.py','w').write('v = "here"\n')
sys.path.insert(0, 'one'); sys.path.append('two')
import pk.m
print(pk.m.__file__, pk.__path__, pk.__spec__.name, type(pk.__loader__).__name__)
import ns.z
print(ns.z.v, list(ns.__path__))
import here
print(here.v)
from pk import sub
try: from pk import nope
except ImportError as e: print(e, type(e))
try: import nope
except ImportError as e: print(e, type(e))
try: import pk.nope
except ImportError as e: print(e, type(e))
import zipfile
with zipfile.ZipFile('ar.zip','w') as z:
    z.writestr('zm.py', 'def g():\n    raise KeyError("in zip")\n'); z.writestr('zp/__init__.py','print(__file__, __path__)'); z.writestr('zp/q.py','w=5'); z.writestr('zp/d.txt','data')
sys.path.append('ar.zip')
import zm, zp.q
print(zp.q.w, zp.__loader__.get_data('ar.zip/zp/d.txt'), zm.__file__)
import importlib, pkgutil
open('here.py','w').write('v = "new"\n')
importlib.reload(here); print(here.v)
print(importlib.util.find_spec('ns.z').origin)
import traceback
try: zm.g()
except KeyError: traceback.print_exc(file=sys.stdout)
