// attack: an import of source in a URL
// expect: uncaught_error
// says: data:
import x from 'data:text/javascript,export default 1'
console.log(x)
