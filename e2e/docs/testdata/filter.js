process.stdin.on("data", (d) => process.stdout.write(String(d).toUpperCase()))
