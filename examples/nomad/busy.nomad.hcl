# A program that computes half of the time and holds memory, for looking at
# `nomad alloc status -stats`.
job "busy" {
  type = "service"
  group "g" {
    task "program" {
      driver = "elide"
      config {
        language  = "javascript"
        isolation = "exclusive"
        code      = <<-EOT
          const held = Array.from({ length: 40 }, (_, i) => "x".repeat(1 << 20) + i);
          setInterval(() => {
            const until = Date.now() + 50;
            while (Date.now() < until);
          }, 100);
          console.log("holding", held.length);
        EOT
      }
      resources {
        cpu    = 1000
        memory = 128
      }
    }
  }
}
