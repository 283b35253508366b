// attack: promise jobs that double
// expect: memory_limit
const f = () => { const big = new Array(500).fill(0); for (let i = 0; i < 2; i++) Promise.resolve(big).then(f) }; f()
