// attack: comments of HTML, hash-bang and a byte order mark
// expect: exited, uncaught_error
// why: a parser of modules calls them an error
// output: ok
var x = 1; x <!-- x
console.log('ok')
