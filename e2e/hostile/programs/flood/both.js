// attack: output without end on both streams
// expect: output_limit
// output-limit: 1MiB
for (;;) { console.log('out'); console.error('err') }
