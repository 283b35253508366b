// attack: a thousand expressions that are refused, in one source
// expect: uncaught_error
// says: SyntaxError
console.log(@repeat(1000, "/(?<n>a)(?<n>b)[z-a](/u,")1)
