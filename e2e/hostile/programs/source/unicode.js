// attack: identifiers, escapes and line ends that two parsers may read differently
// expect: exited
// output: ok
var \u{61}\u0062 = 'ok', ªº = 2; /* \u2028 */ console.log(ab)
