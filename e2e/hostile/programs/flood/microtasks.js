// attack: promise jobs without end
// expect: timeout
const f = () => Promise.resolve().then(f); f()
