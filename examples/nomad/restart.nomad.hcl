# A task that fails twice and then does its work. What it keeps is in /alloc, which
# the intrinsic fs gives it: a restart begins with nothing else.
job "restart" {
  type = "batch"
  group "g" {
    restart {
      attempts = 3
      interval = "5m"
      delay    = "1s"
      mode     = "fail"
    }
    task "program" {
      driver = "elide"
      config {
        language   = "javascript"
        intrinsics = ["fs"]
        code       = <<-EOT
          const fs = require("fs");
          const file = process.env.NOMAD_ALLOC_DIR + "/data/attempts";
          const attempt = 1 + (fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0);
          fs.writeFileSync(file, String(attempt));
          console.log("attempt", attempt);
          if (attempt < 3) throw new Error("not yet");
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
