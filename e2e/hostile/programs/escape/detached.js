// attack: a buffer that is shrunk while a native function works on it
// expect: exited, uncaught_error
// why: an engine may refuse to transfer buffers
// output: done
const b = new ArrayBuffer(1 << 20), u = new Uint8Array(b)
u.sort(() => { try { structuredClone(b, { transfer: [b] }) } catch { } ; try { b.transfer?.(0) } catch { } ; return -1 })
console.log('done')
