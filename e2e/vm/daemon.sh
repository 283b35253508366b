# A whole daemon with its workers in control groups; part of init.

# settle COMMAND tries a command for a minute.
settle() {
  n=0
  until eval "$1" >/dev/null 2>&1; do
    n=$((n + 1))
    test $n -lt 240 || return 1
    usleep 250000
  done
}

# daemon WHO serves as root or a delegated user, runs programs, and ends.
daemon() {
  base $1
  rm -rf /tmp/state /tmp/elided.sock
  inside $1 "/elided serve --socket /tmp/elided.sock --state-dir /tmp/state --drain-timeout 1ms" &
  job=$!
  settle "/elided health --socket /tmp/elided.sock"
  verdict "$1 daemon answers" $?

  settle "test -n \"\$(cat $BASE/workers/*/cgroup.procs)\""
  verdict "$1 daemon: workers are in groups of their own" $?
  # More than once: under emulation a worker may take too long to start.
  settle "/elided run --socket /tmp/elided.sock --isolation exclusive /hello.js | grep -x hello"
  verdict "$1 daemon: an exclusive program runs" $?

  if /elided check --help >/dev/null 2>&1; then
    /elided check | sed "s/^/RESULT $1 check: /"
  fi
  /elided capabilities --socket /tmp/elided.sock | grep -E 'sandbox|layer|memory' | sed "s/^/RESULT $1 capabilities: /"
  bomb $1

  kill -TERM $(cat $BASE/daemon/cgroup.procs)
  wait $job
  rmdir $BASE
  verdict "$1 daemon: no group is left after its end" $?
}

# bomb WHO has a program take all memory it can, once the daemon bounds it.
bomb() {
  /elided capabilities --socket /tmp/elided.sock | grep -q memory || return
  /elided run --json --socket /tmp/elided.sock --isolation exclusive --timeout 5m /bomb.js > /tmp/bomb.out 2>&1
  grep -q -i memory_limit /tmp/bomb.out
  verdict "$1 daemon: a memory bomb ends with memory_limit" $?
  tail -c 600 /tmp/bomb.out | sed "s/^/RESULT $1 bomb: /"
}
