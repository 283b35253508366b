// attack: signals to other processes, the parent and the whole group
// expect: exited
// output: none
const killed = []
for (const pid of [0, 1, -1, process.ppid, process.pid, 2 ** 31]) try { process.kill(pid, 'SIGKILL'); killed.push(pid) } catch { }
try { process.abort(); killed.push('abort') } catch { }
console.log(killed.join() || 'none')
