// attack: an uncaught error in the exit handler
// expect: uncaught_error
// says: in the exit handler
process.on('exit', () => { throw new Error('in the exit handler') })
