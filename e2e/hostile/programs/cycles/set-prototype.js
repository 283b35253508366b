// attack: a cycle of prototypes without a proxy
// expect: uncaught_error
// says: yclic
const a = {}, b = Object.create(a); Object.setPrototypeOf(a, b)
