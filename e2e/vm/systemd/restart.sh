# elided stops, hangs, restarts; part of test.sh.

# A stop lets what runs go on for the drain timeout, and then has it end.
cat > /tmp/long.js <<'J'
console.log("begun"); setInterval(() => {}, 1000);
J
chmod 644 /tmp/long.js
as_member elided run --json --timeout 0 /tmp/long.js > /tmp/long.json 2>&1 &
runner=$!
check "a long program runs" settle "elided ps | grep running"
begun=$(date +%s)
check "stop" systemctl stop elided.service
echo "RESULT stop took $(($(date +%s) - begun)) s, of which 10 are the drain timeout"
wait $runner
check "what was cut short is told so" grep -q '"stop_reason":"STOP_REASON_SHUTDOWN"' /tmp/long.json
check "a stop is no failure" test "$(show Result) $(show ActiveState)" = "success inactive"
check "the sockets stay" test -S /run/elided/elided.sock
check "no process is left" test ! -e "$group/cgroup.procs" -o -z "$(cat "$group"/cgroup.procs "$group"/*/cgroup.procs 2>/dev/null)"

check "a connection starts it" settle "as_member elided health"
check "which is the service" test "$(show ActiveState)" = active

# While it restarts, no connection is refused: each waits in systemd's socket.
(
  while test ! -e /tmp/enough; do
    as_member elided health >/dev/null 2>>/tmp/clients.err || echo refused
    echo asked
  done > /tmp/clients
) &
clients=$!
settle "grep asked /tmp/clients"
before=$(show MainPID)
check "restart" systemctl restart elided.service
after=$(wc -l < /tmp/clients)
settle 'test $(wc -l < /tmp/clients) -gt $((after + 2))'
touch /tmp/enough
wait $clients
check "a restart is another process" test "$(show MainPID)" != "$before"
check "no client noticed the restart" test -z "$(grep refused /tmp/clients)"
test ! -s /tmp/clients.err || head -3 /tmp/clients.err
echo "RESULT $(grep -c asked /tmp/clients) calls around a restart, $(grep -c refused /tmp/clients) refused"

# One that hangs is replaced within the time of the watchdog.
hung=$(show MainPID)
begun=$(date +%s)
kill -STOP "$hung"
check "a daemon that hangs is replaced" settle 'test "$(show MainPID)" != "$hung" && test "$(show ActiveState)" = active'
took=$(($(date +%s) - begun))
echo "RESULT a daemon that hangs was replaced after $took s; WatchdogSec=30"
check "within the watchdog's time" test "$took" -le 60
check "for the watchdog" has watchdog journalctl -u elided.service --no-pager
check "and works" settle "as_member elided run hello.js | grep -x hello"
