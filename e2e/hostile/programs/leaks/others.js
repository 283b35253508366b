// attack: looking for other executions through everything that has a process in it
// expect: exited
// output: 1 0 [] 0 0
console.log(process.pid, process.ppid, Object.keys(process.env), process._getActiveHandles?.().length ?? 0, process._getActiveRequests?.().length ?? 0)
