# Programs run, with the limits of systemd's control group; part of test.sh.

check "a member of the group runs a program" settle "as_member elided run hello.js | grep -x hello"
check "another user is kept out" has "permission denied" runuser -u stranger -- elided health --socket /run/elided/elided.sock
check "readyz answers over systemd's other socket" settle "curl -sf http://127.0.0.1:9480/readyz"
check "metrics say the same version" has "elided_build_info{" curl -sf http://127.0.0.1:9480/metrics

group=/sys/fs/cgroup$(show ControlGroup)
check "a program of its own runs" settle "as_member elided run --isolation exclusive hello.js | grep -x hello"
check "workers have groups of their own" settle "cat $group/workers/*/cgroup.procs | grep ."
check "whose memory the kernel limits" settle "cat $group/workers/*/memory.max | grep -v max"
as_member elided run --json --isolation exclusive --memory 64MiB --timeout 5m bomb.js > /tmp/bomb.json 2>&1
check "a memory bomb ends with its limit" grep -qi memory_limit /tmp/bomb.json
check "the daemon survives it" has healthy as_member elided health

sed -i 's/^  # timeout = "30s"/  timeout = "7s"/' /etc/elided/elided.hcl
check "reload" systemctl reload elided.service
check "a reload takes the configuration" settle "elided capabilities | grep -E 'timeout +default 7000 '"
echo 'limits {' >> /etc/elided/elided.hcl
check "reload with a bad file" systemctl reload elided.service
check "a bad file changes nothing" settle "journalctl -u elided.service | grep -E 'level=(ERROR|WARN).*elided.hcl'"
check "and the daemon goes on" test "$(show MainPID) $(show ActiveState)" = "$pid active"
sed -i '$d' /etc/elided/elided.hcl
check "the end of an execution is in the journal" settle "journalctl -u elided.service | grep 'execution ended' | grep -i memory_limit"
