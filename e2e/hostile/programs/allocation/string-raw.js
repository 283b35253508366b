// attack: String.raw of something that is said to be endless
// expect: memory_limit, timeout
// why: it appends until one of the two is reached
String.raw({ raw: { length: 2 ** 40, get 0() { return 'x' } } })
