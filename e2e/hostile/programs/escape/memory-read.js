// attack: memory that an earlier program has used, in fresh buffers
// expect: exited
// output: 0
let sum = 0; for (let i = 0; i < 20; i++) for (const b of [new Uint8Array(1 << 16), Buffer.allocUnsafe(1 << 16), Buffer.allocUnsafeSlow(1 << 12)]) for (const v of b) sum += v
console.log(sum)
