// attack: JSON text of a cycle
// expect: uncaught_error
// says: circular
const a = {}; a.b = { a }; JSON.stringify(a)
