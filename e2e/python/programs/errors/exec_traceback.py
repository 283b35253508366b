code = """
def check(n):
    if n > 2:
        raise ValueError('n is %d' % n)
    return n

print([check(i) for i in range(3)])
"""
scope = {}
exec(compile(code, "<generated>", "exec"), scope)
try:
    scope["check"](9)
except ValueError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_frame.f_code.co_filename, tb.tb_lineno, tb.tb_frame.f_code.co_name)
scope["check"](3)
