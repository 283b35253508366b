// attack: a BigInt read from ten million digits
// expect: timeout, exited
// why: a subquadratic conversion can be done in time on a fast machine
// output: true
console.log(BigInt('9'.repeat(1e7)) > 1n)
