// attack: promise jobs that double
// expect: memory_limit
const f = () => { Promise.resolve().then(f); Promise.resolve().then(f) }; f()
