# elided is started, and is what its unit says; part of test.sh.

check "enable --now waits for READY" systemctl enable --now elided.socket elided-http.socket elided.service
systemctl is-active --quiet elided.service || journalctl -u elided.service --no-pager | tail -n 40
check "the service is active" test "$(show ActiveState) $(show Type) $(show Result)" = "active notify success"
check "STATUS is told" has running show StatusText
pid=$(show MainPID)
check "it runs as elided" test "$(stat -c %U "/proc/$pid")" = elided
check "it has no capability" has 'CapEff:	0000000000000000' cat "/proc/$pid/status"
check "it has seccomp and no new privileges" test "$(sed -n 's/^\(NoNewPrivs\|Seccomp\):\t//p' "/proc/$pid/status" | tr '\n' ' ')" = "1 2 "
check "the socket is the group's" test "$(stat -c '%U:%G %a' /run/elided/elided.sock)" = "elided:elided 660"
check "the state is where the configuration says" test "$(stat -c %U /var/lib/elided/lock)" = elided
check "systemd-analyze security is at most 2.0" systemd-analyze security --threshold=20 --no-pager elided.service
systemd-analyze security --no-pager elided.service 2>/dev/null | sed -n 's/^→ /RESULT /p'
check "the journal has the daemon's line" settle "journalctl -u elided.service | grep -q 'msg=ready'"
/usr/bin/elided capabilities | sed -n 's/^\(sandbox\|layer\) /RESULT \1 /p'
