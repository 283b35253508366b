# A function: `nomad job dispatch -meta who=... dispatch payload.json` runs it once with
# the payload, which the intrinsic fs lets it read.
job "dispatch" {
  type = "batch"
  parameterized {
    payload       = "required"
    meta_required = ["who"]
  }
  group "g" {
    task "function" {
      driver = "elide"
      dispatch_payload {
        file = "payload.json"
      }
      config {
        language   = "javascript"
        intrinsics = ["fs"]
        code       = <<-EOT
          const { env } = process;
          const payload = JSON.parse(require("fs").readFileSync(env.NOMAD_TASK_DIR + "/payload.json", "utf8"));
          console.log(env.NOMAD_META_who, payload.numbers.reduce((a, b) => a + b, 0));
        EOT
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
