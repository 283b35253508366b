// attack: one Buffer of two gigabytes
// expect: memory_limit, uncaught_error
// why: Buffer has a greatest length, which may be below this
Buffer.alloc(2 ** 31 - 1, 'x')
