# A hundred small tasks that share workers, and so some megabytes.
variable "count" {
  default = 100
}

variable "isolation" {
  description = "shared or exclusive"
  default     = "shared"
}

job "many" {
  type = "service"
  group "g" {
    count = var.count
    task "sleeper" {
      driver = "elide"
      config {
        language  = "javascript"
        isolation = var.isolation
        code      = "console.log('started', Date.now()); setInterval(() => {}, 1000)"
      }
      resources {
        cpu    = 10
        memory = 32
      }
      logs {
        max_files     = 1
        max_file_size = 1
      }
    }
    ephemeral_disk {
      size = 10
    }
  }
}
