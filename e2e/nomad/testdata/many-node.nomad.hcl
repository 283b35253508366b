# What many.nomad.hcl is measured beside: Node.js under the driver raw_exec.
variable "count" {
  default = 20
}

variable "node" {
  description = "the path of Node.js"
}

job "many-node" {
  type = "service"
  group "g" {
    count = var.count
    task "sleeper" {
      driver = "raw_exec"
      config {
        command = var.node
        args    = ["-e", "console.log('started', Date.now()); setInterval(() => {}, 1000)"]
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
