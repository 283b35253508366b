# The driver's drop-in, another version, and the end; part of test.sh.

check "the driver's package is installed" dpkg -i nomad-driver-elide_0.0.1-1_amd64.deb
check "its drop-in counts" has /opt/nomad/data show ReadWritePaths
check "restart with it" systemctl restart elided.service
in_service() { nsenter --target "$(show MainPID)" --mount -- "$@"; }
check "the service may write to Nomad's directory" in_service touch /opt/nomad/data/probe
check "and not elsewhere" test "$(in_service touch /etc/probe 2>&1; echo $?)" != 0
in_service touch /etc/probe 2>&1 | sed 's/^/RESULT /'

before=$(show MainPID)
check "another version is installed" dpkg -i elided_0.0.2-1_amd64.deb
check "which restarts the service" settle 'test "$(show MainPID)" != "$before" && elided health | grep "version 0.0.2"'
check "and keeps the configuration" has 'timeout = "7s"' cat /etc/elided/elided.hcl

check "the packages are removed" dpkg -r nomad-driver-elide elided
check "which stops the service" test "$(systemctl is-active elided.service elided.socket | sort -u)" != active
check "and keeps the state" test -d /var/lib/elided
check "the packages are purged" dpkg -P nomad-driver-elide elided
check "and nothing is left" test "$(ls -d /var/lib/elided /etc/elided /run/elided /usr/bin/elided 2>/dev/null; getent passwd elided)" = ""
