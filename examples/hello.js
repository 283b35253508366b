// The smallest useful program.
console.log("Hello from JavaScript");
