// attack: a spread of a generator without end
// expect: memory_limit
function* g() { for (;;) yield 'x'.repeat(1000) }
Math.max(...g())
