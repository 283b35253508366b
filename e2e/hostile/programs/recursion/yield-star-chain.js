// attack: a chain of 100,000 generators, each of which delegates to the one before
// expect: stack_overflow
function* g(i) { if (i) yield* i; else yield 1 }
let i; for (let n = 0; n < 1e5; n++) i = g(i)
i.next()
