// attack: 20,000 nested namespaces, each of which becomes a function
// expect: stack_overflow
@repeat(20000, "namespace a{")export const b = 1@repeat(20000, "}")
