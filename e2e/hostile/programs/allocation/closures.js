// attack: a chain of closures, each of which keeps the one before
// expect: memory_limit
let f = () => 0; for (;;) { const g = f, pad = new Array(50).fill(0); f = () => g(pad) }
