// attack: the join of a sparse array with a long separator
// expect: memory_limit, timeout
// why: it allocates as it goes along, and the clock may be first
Array(2 ** 32 - 1).join('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')
