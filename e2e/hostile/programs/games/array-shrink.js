// attack: callbacks that shrink the array which a native function walks
// expect: exited
// output: done
for (const f of ['map', 'filter', 'forEach', 'some', 'every', 'find', 'findLast', 'reduce', 'reduceRight', 'flatMap'])
  { const a = Array(1e4).fill(1); a[f](() => { a.length = 0; return f === 'every' }) }
const b = Array(1e3).fill(1); b.splice(0, { valueOf() { b.length = 0; return 1e9 } }); b.concat(b); b.copyWithin(0, { valueOf() { b.length = 1; return 0 } })
console.log('done')
