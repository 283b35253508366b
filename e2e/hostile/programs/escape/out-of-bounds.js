// attack: reads and writes beyond a buffer, by offsets that overflow
// expect: exited
// output: none
const got = [], b = Buffer.alloc(8), v = new DataView(b.buffer, b.byteOffset, 8)
for (const at of [8, -1, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 1e300])
  for (const f of [() => v.getUint8(at), () => b.readUInt32LE(at), () => b.writeDoubleLE(1, at), () => b.readBigInt64BE(at), () => v.setFloat64(at, 1)])
    try { f(); got.push(at) } catch { }
console.log(got.join() || 'none')
