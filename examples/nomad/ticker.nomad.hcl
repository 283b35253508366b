# A numbered line every 50 ms for as long as it runs; a gap, a repetition or a second
# beginning would show. SIGUSR1 ends it with the
# exit code 7.
variable "interval" {
  description = "milliseconds between two lines"
  default     = "50"
}

variable "restarts" {
  description = "how often it may begin anew after an end of whatever kind"
  default     = 3
}

job "ticker" {
  type = "service"
  group "g" {
    restart {
      attempts = var.restarts
      interval = "5m"
      delay    = "1s"
      mode     = "fail"
    }
    reschedule {
      attempts  = 0
      unlimited = false
    }
    task "ticker" {
      driver = "elide"
      config {
        language = "typescript"
        args     = [var.interval]
        code     = <<-EOT
          let n: number = 0;
          console.log("begin", process.env.NOMAD_ALLOC_ID);
          setInterval(() => console.log(++n), Number(process.argv[2]));
          process.on("SIGUSR1", () => { console.log("end"); process.exit(7); });
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
