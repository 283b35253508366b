# A service whose configuration changes while it runs: Nomad writes the file anew and
# sends a signal, and the program reads it again.
job "reload" {
  type = "service"
  group "g" {
    task "service" {
      driver = "elide"
      config {
        language   = "javascript"
        intrinsics = ["fs"]
        code       = <<-EOT
          const read = () => require("fs").readFileSync("/local/colour", "utf8").trim();
          console.log("colour", read());
          process.on("SIGHUP", () => console.log("colour", read()));
          setInterval(() => {}, 1000);
        EOT
      }
      template {
        destination   = "local/colour"
        change_mode   = "signal"
        change_signal = "SIGHUP"
        data          = "{{ with nomadVar \"nomad/jobs/reload\" }}{{ .colour }}{{ end }}"
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
