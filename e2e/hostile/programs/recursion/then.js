// attack: a thenable that resolves to itself, without end
// expect: timeout
const t = { then(f) { f(t) } }
Promise.resolve(t)
