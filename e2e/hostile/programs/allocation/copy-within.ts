// attack: array methods on something that is said to be endless
// expect: timeout
Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 } as any, 1, 0)
