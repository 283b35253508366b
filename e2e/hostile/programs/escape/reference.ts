// attack: directives that have a compiler read other files
// expect: exited
// output: 1
/// <reference path="/etc/passwd" />
/// <amd-dependency path="/etc/passwd" />
/** @jsxImportSource /etc/passwd */
console.log(1)
