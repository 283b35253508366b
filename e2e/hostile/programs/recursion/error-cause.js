// attack: an uncaught error with a chain of causes a hundred thousand long
// expect: uncaught_error, memory_limit
// why: printing the chain takes more memory than an exclusive worker has
let e = new Error('first'); for (let i = 0; i < 1e5; i++) e = new Error('x', { cause: e })
throw e
