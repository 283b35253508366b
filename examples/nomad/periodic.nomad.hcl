# A program that runs every two seconds.
job "periodic" {
  type = "batch"
  periodic {
    crons            = ["*/2 * * * * * *"]
    prohibit_overlap = true
  }
  group "g" {
    task "tick" {
      driver = "elide"
      config {
        language = "javascript"
        code     = "console.log('tick of', process.env.NOMAD_JOB_PARENT_ID)"
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
