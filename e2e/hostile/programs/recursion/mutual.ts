// attack: two functions that call each other without end
// expect: stack_overflow
const a = (n: number): number => b(n + 1), b = (n: number): number => a(n + 1)
a(0)
