// attack: sorting a sparse array that is said to have four billion elements
// expect: timeout, memory_limit
// why: an engine that visits every index runs into the timeout, one that makes them dense out of memory
const a = []; a[4294967294] = 1; a[0] = 2; a.sort()
