// attack: a shift that makes a BigInt of a gigabyte
// expect: memory_limit, uncaught_error
// why: an engine may bound the size of a BigInt
(1n << 8589934592n) + 1n
