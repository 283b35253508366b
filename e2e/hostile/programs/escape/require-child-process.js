// attack: another process
// expect: uncaught_error
// says: child_process
require('child_process').execSync('id')
