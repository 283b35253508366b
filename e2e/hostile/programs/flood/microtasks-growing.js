// attack: promise jobs that double
// expect: memory_limit
const f = () => { const big = new Uint8Array(5000); for (let i = 0; i < 2; i++) Promise.resolve(big).then(f) }; f()
