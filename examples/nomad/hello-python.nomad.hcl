# The example that the driver's draft was published with.
job "hello-python" {
  datacenters = ["dc1"]
  type        = "batch"

  group "example" {
    task "hello" {
      driver = "elide"

      config {
        script   = "local/hello.py"
        language = "python"

        elide_opts {
          memory_limit = 128
          timeout      = 30
          enable_ai    = false
        }
      }

      template {
        data        = <<PYTHON
print("Hello from Python")
for n in range(3):
    print(n * n)
PYTHON
        destination = "local/hello.py"
      }

      resources {
        cpu    = 100
        memory = 256
      }
    }
  }
}
