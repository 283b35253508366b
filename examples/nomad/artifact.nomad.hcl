# A program that Nomad downloads. A checksum makes sure that it is the one meant.
variable "source" {
  description = "where it is: an HTTP address, a bucket, a git repository"
}

variable "checksum" {
  description = "sha256:..."
}

job "artifact" {
  type = "batch"
  group "g" {
    task "program" {
      driver = "elide"
      config {
        script = "local/program/main.js"
      }
      artifact {
        source      = var.source
        destination = "local/program"
        options {
          checksum = var.checksum
        }
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
