// attack: a format with a hundred thousand directives
// expect: exited, output_limit
// why: the text is cut at the bound of the inspector or of the stream
// output-limit: 1MiB
console.log('%s%d%i%f%j%o%O%c%%'.repeat(1e5), ...Array(1000).fill({ a: [1] }))
