const fs = require("fs")
fs.writeFileSync("/out/report.txt", fs.readFileSync("/data/data.csv", "utf8").trim())
