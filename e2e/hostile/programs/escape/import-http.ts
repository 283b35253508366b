// attack: an import from the network
// expect: uncaught_error
// says: http
import x from 'http://127.0.0.1:1/x.js'
console.log(x)
