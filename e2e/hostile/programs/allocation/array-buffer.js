// attack: one ArrayBuffer of 4 GiB, touched everywhere
// expect: memory_limit, uncaught_error
// why: an engine may refuse the length with a RangeError instead of trying
new Uint8Array(new ArrayBuffer(2 ** 32)).fill(1)
