// attack: invalid UTF-8 without end
// expect: output_limit
// output-limit: 1MiB
const b = Buffer.alloc(7000, Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80])); for (;;) process.stdout.write(b)
