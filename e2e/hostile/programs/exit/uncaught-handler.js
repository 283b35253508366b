// attack: an uncaughtException handler that throws
// expect: uncaught_error
// says: second
process.on('uncaughtException', () => { throw new Error('second') }); throw new Error('first')
