// attack: a table with a million columns
// expect: exited, output_limit, memory_limit, timeout
// why: the table is built whole before it is written, and any of the bounds may be first
const o = {}; for (let i = 0; i < 1e6; i++) o['c' + i] = i
console.table([o, o])
