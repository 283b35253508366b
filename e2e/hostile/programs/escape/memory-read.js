// attack: memory that an earlier program has used, in fresh buffers
// expect: exited
// output: 0
let sum = 0
for (let i = 0; i < 20; i++) for (const b of [new Uint8Array(1 << 12), Buffer.allocUnsafe(1 << 12), Buffer.allocUnsafeSlow(1 << 12)])
  for (let at = 0; at < b.length; at += 16) sum += b[at]
console.log(sum)
