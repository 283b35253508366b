# A program in a template, which Nomad fills in. Its language is told by its name.
job "hello-typescript" {
  type = "batch"
  group "g" {
    task "hello" {
      driver = "elide"
      config {
        script = "local/main.ts"
      }
      template {
        destination = "local/main.ts"
        data        = <<-EOT
          interface Greeting { to: string; times: number }
          const g: Greeting = { to: "{{ env "NOMAD_JOB_NAME" }}", times: 2 };
          for (let i: number = 0; i < g.times; i++) console.log(`Hello $${g.to} $${i}`);
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
