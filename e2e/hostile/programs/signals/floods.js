// attack: a SIGTERM handler that writes without end
// expect: timeout, output_limit
// why: the grace period or the limit of output, whichever is first
// output-limit: 1MiB
process.on('SIGTERM', () => { for (;;) console.log('flood') }); setInterval(() => { }, 1000)
