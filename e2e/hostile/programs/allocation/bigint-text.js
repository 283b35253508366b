// attack: the decimal text of a BigInt with ten million bits
// expect: timeout, exited
// why: a subquadratic conversion can be done in time on a fast machine
// output: 3010300
console.log(((1n << 10000000n)).toString().length)
