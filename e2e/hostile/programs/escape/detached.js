// attack: a buffer that is shrunk while a native function works on it
// expect: exited
// output: done
const b = new ArrayBuffer(1 << 6), u = new Uint8Array(b)
u.sort(() => { try { structuredClone(b, { transfer: [b] }) } catch { } ; try { b.transfer?.(0) } catch { } ; return -1 })
console.log('done')
