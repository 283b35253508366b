// attack: an uncaught error with a chain of causes a hundred thousand long
// expect: uncaught_error
// timeout: 3s
let e = new Error('first'); for (let i = 0; i < 1e5; i++) e = new Error('x', { cause: e })
throw e
