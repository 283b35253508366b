# A program in the job file itself, with all that Nomad tells a task.
job "hello-javascript" {
  type = "batch"
  meta {
    greeting = "Hello"
  }
  group "g" {
    task "hello" {
      driver = "elide"
      config {
        language = "javascript"
        args     = ["from", "${NOMAD_JOB_NAME}"]
        stdin    = "a line of input\n"
        env = {
          FROM_CONFIG = "config"
        }
        code = <<-EOT
          const { env, argv } = process;
          console.log(env.NOMAD_META_greeting, ...argv.slice(2));
          console.log(env.NOMAD_TASK_NAME, env.NOMAD_GROUP_NAME, env.NOMAD_TASK_DIR);
          console.log(env.FROM_ENV, env.FROM_CONFIG);
          console.log(require("fs").readFileSync(0, "utf8").trim());
          console.error("this is standard error");
        EOT
      }
      env {
        FROM_ENV = "env"
      }
      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
