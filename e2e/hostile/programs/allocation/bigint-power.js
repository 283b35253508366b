// attack: a power of BigInts with a billion bits
// expect: memory_limit, timeout, uncaught_error
// why: an engine may bound the size of a BigInt; without one, time or memory ends first
2n ** 10000000000n
