// attack: lone surrogates without end
// expect: output_limit
// output-limit: 1MiB
for (;;) console.log('\ud800'.repeat(100) + '\udc00')
