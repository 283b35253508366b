// attack: reads and writes beyond a buffer, by offsets that overflow
// expect: exited
// output: none
const got = [], b = Buffer.alloc(8), v = new DataView(b.buffer, b.byteOffset, 8)
for (const at of [8, -1, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), NaN, 1e300])
  for (const f of [() => v.getUint8(at + 1e9), () => b.readUInt32LE(at || 9), () => b.writeDoubleLE(1, at || 9), () => b.copy(b, 0, at + 1e10, at + 1e11) || (() => { throw 1 })(), () => b.fill(1, at + 1e10, at + 1e11).length === 8 && (() => { throw 1 })()])
    try { f(); got.push(at) } catch { }
console.log(got.join() || 'none')
