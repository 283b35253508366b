// attack: 100,000 nested object types
// expect: exited, memory_limit
// why: types are removed without recursion where there is room for them
interface I { @repeat(100000, "a: {")@repeat(100000, "}") }
