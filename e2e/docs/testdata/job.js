const state = { jobs: 3 }
globalThis.state = state
process.on("SIGUSR1", () => console.log("signal"))
setTimeout(() => console.log("done"), 60_000)
console.log("begun")
