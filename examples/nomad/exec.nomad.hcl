# A program that one can look into while it runs:
#   nomad alloc exec ALLOC 'JSON.stringify(state)'
job "exec" {
  type = "service"
  group "g" {
    task "program" {
      driver = "elide"
      config {
        language = "javascript"
        code     = <<-EOT
          var state = { jobs: ["a", "b"], done: 0 };
          console.log("ready");
          setInterval(() => state.done++, 100);
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
