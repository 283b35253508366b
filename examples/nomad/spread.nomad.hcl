# Tasks spread over the nodes; those of a node that is drained move to others.
job "spread" {
  type = "service"
  group "g" {
    count = 6
    spread {
      attribute = "${node.unique.name}"
    }
    migrate {
      max_parallel     = 6
      health_check     = "task_states"
      min_healthy_time = "1s"
      healthy_deadline = "1m"
    }
    task "sleeper" {
      driver = "elide"
      config {
        language = "javascript"
        code     = "console.log('on a node'); setInterval(() => {}, 1000)"
      }
      resources {
        cpu    = 10
        memory = 64
      }
    }
  }
}
