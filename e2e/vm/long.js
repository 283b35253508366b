// Runs until it is ended.
console.log('begun');
setInterval(() => {}, 1000);
