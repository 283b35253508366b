# A task that wants more memory than its resources say.
job "memory-limit" {
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
        code     = <<-EOT
          console.log("filling");
          const kept = [];
          for (let i = 0; ; i++) kept.push("x".repeat(1 << 20) + i);
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
