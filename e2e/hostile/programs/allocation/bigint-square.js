// attack: a BigInt that is squared again and again
// expect: timeout, memory_limit
// why: multiplying becomes slow before the number becomes large
let n = 3n; for (;;) n *= n
