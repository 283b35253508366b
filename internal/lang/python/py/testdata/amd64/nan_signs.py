# The signs of NaN: those of operands, and those that a processor of amd64 makes.
import struct, math, cmath, json, operator, array, random, statistics, fractions, decimal
inf=float('inf'); nan=float('nan')
def b(x): return struct.pack('>d',x).hex()
vals=(inf,-inf,nan,-nan,1.5,-0.0)
print(b(nan),b(-nan),b(float('-nan')),b(float('+NAN')),b(math.nan),b(-math.nan),b(inf-inf),b(inf*0),b(json.loads('NaN')),b(abs(-nan)),b(inf%2),b(2%inf),b(-inf//3), b(round(-nan,2)), b(float(decimal.Decimal('nan'))),b(float(decimal.Decimal('-nan'))),b(complex('nan').real),b(complex('-nan-nanj').imag),b(cmath.nan.real),b(cmath.nanj.imag),b(cmath.nanj.real))
print(struct.pack('>e',nan),struct.pack('>e',-nan),struct.pack('>f',nan),struct.pack('<f',-nan),struct.pack('>f',inf-inf))
print(b(struct.unpack('>f',b'\xff\xc0\0\0')[0]),b(struct.unpack('>f',b'\x7f\xc0\0\1')[0]),b(struct.unpack('>e',b'\xfe\0')[0]),b(struct.unpack('>e',b'\x7e\1')[0]),b(struct.unpack('>d',bytes.fromhex('7ff8000000000001'))[0]),b(struct.unpack('>d',bytes.fromhex('fff8000000000001'))[0]))
print(array.array('d',[nan,-nan,inf-inf]).tobytes().hex(),array.array('f',[nan,-nan,inf-inf]).tobytes().hex())
for x in vals:
  for n in dir(math):
    f=getattr(math,n)
    if not callable(f): continue
    try: r=f(x)
    except Exception: continue
    if isinstance(r,float) and r!=r: print(n,x,b(x),b(r))
    elif isinstance(r,tuple) : print(n,x,b(x),[b(v) if isinstance(v,float) else v for v in r])
  for y in vals:
   for n in ('fmod','pow','remainder','nextafter','atan2','copysign','hypot','log','ldexp'):
    try: r=getattr(math,n)(x,y)
    except Exception: continue
    if r!=r: print(n,b(x),b(y),b(r))
   for n in ('mod','floordiv','pow','truediv','sub'):
    try: r=getattr(operator,n)(x,y)
    except Exception: continue
    if r!=r and isinstance(r,float): print(n,b(x),b(y),b(r))
