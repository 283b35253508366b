// attack: 100,000 nested object types
// expect: stack_overflow
interface I { @repeat(100000, "a: {")@repeat(100000, "}") }
