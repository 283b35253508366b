# A task that may run for two seconds. Each start has its own.
job "timeout" {
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
        timeout  = "2s"
        code     = "console.log('waiting'); setInterval(() => {}, 1000)"
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
