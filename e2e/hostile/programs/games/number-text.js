// attack: numbers to text with as many digits as can be asked for
// expect: exited
// output: 0 2
let thrown = 0
for (const f of [() => (1e21).toFixed(1000), () => (1.5).toPrecision(1e9)]) try { f() } catch { thrown++ }
console.log(isFinite(parseFloat('0.' + '0'.repeat(1e6) + '1')) ? 0 : 1, thrown)
