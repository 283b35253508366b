try:
    raise TypeError('a')
except TypeError as e:
    err = e
try:
    raise err
except TypeError as e2:
    raise e2.with_traceback(None) from OSError(2, 'No such file or directory', 'f')
