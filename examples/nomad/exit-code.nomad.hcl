# A program's exit code is its task's: 0, another one, or 1 after an uncaught error.
variable "end" {
  description = "0, 3 or throw"
  default     = "3"
}

job "exit-code" {
  type = "batch"
  group "g" {
    restart {
      attempts = 0
    }
    reschedule {
      attempts = 0
    }
    task "program" {
      driver = "elide"
      config {
        language = "javascript"
        args     = [var.end]
        code     = <<-EOT
          const [, , end] = process.argv;
          console.log("ending with", end);
          if (end === "throw") throw new TypeError("nobody catches this");
          process.exit(Number(end));
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
