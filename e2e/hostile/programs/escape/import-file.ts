// attack: an import of a file of the machine
// expect: uncaught_error
// says: /etc/passwd
import x from 'file:///etc/passwd'
console.log(x)
