// attack: buffers that are concatenated, doubling each time
// expect: memory_limit, uncaught_error
// why: Buffer has a greatest length, which may come first
let b: Buffer = Buffer.from('0123456789abcdef'); for (;;) b = Buffer.concat([b, b])
