// attack: options for the compiler within the source
// expect: exited
// output: 1
// @ts-nocheck
/* @jsx process.exit */ /* @jsxRuntime automatic */
console.log(1)
