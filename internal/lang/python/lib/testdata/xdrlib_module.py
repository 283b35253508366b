import xdrlib
p = xdrlib.Packer()
p.pack_uint(5); p.pack_int(-3); p.pack_bool(True); p.pack_hyper(-5); p.pack_uhyper(1 << 40); p.pack_float(1.5); p.pack_double(2.25)
p.pack_string(b"hello"); p.pack_fstring(3, b"abcd"); p.pack_list([1, 2], p.pack_uint); p.pack_array([b"x", b"yz"], p.pack_bytes); p.pack_farray(2, [7, 8], p.pack_int)
print(p.get_buffer())
u = xdrlib.Unpacker(p.get_buffer())
print(u.unpack_uint(), u.unpack_int(), u.unpack_bool(), u.unpack_hyper(), u.unpack_uhyper(), u.unpack_float(), u.unpack_double(),
      u.unpack_string(), u.unpack_fstring(3), u.unpack_list(u.unpack_uint), u.unpack_array(u.unpack_bytes), u.get_position())
try: u.done()
except xdrlib.Error as e: print(repr(e), e)
print(u.unpack_farray(2, u.unpack_int)); u.done()
for bad in (lambda: p.pack_uint(-1), lambda: p.pack_int("x"), lambda: p.pack_uint(1 << 33), lambda: p.pack_farray(2, [1], p.pack_int), lambda: u.unpack_int(), lambda: p.pack_fstring(-1, b""), lambda: p.pack_hyper("a")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
