# A service that logs, answers signals and ends in good order.
variable "finish" {
  description = "how long it takes to end, in milliseconds"
  default     = "100"
}

job "service" {
  type = "service"
  group "g" {
    restart {
      attempts = 0
      mode     = "fail"
    }
    reschedule {
      attempts  = 0
      unlimited = false
    }
    task "service" {
      driver       = "elide"
      kill_signal  = "SIGINT"
      kill_timeout = "3s"
      config {
        language = "javascript"
        args     = [var.finish]
        code     = <<-EOT
          const [, , finish] = process.argv;
          const state = { requests: 0, reloads: 0 };
          console.log("started");
          const work = setInterval(() => console.log("request", ++state.requests), 250);
          process.on("SIGUSR1", () => console.log("reload", ++state.reloads));
          process.on("SIGINT", () => {
            clearInterval(work);
            console.log("finishing");
            setTimeout(() => { console.log("finished"); process.exit(0); }, Number(finish));
          });
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
