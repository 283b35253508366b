// attack: a chain of 100,000 conditional types
// expect: exited, memory_limit
// why: types are removed without recursion where there is room for them
type X = @repeat(100000, "1 extends 2 ? 3 : ")4
