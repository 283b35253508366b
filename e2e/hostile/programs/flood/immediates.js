// attack: immediates without end
// expect: timeout
const f = () => setImmediate(f); f()
