// attack: a socket
// expect: uncaught_error
// says: net
require('net').connect(22, '127.0.0.1')
