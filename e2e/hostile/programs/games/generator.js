// attack: a generator that can't be ended, because its finally yields
// expect: timeout
function* g() { for (;;) try { yield 1 } finally { continue } }
for (const i = g(); ;) i.return()
