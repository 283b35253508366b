#!/bin/bash
# Checks deploy/prometheus and deploy/grafana against a real Prometheus: that of the PATH, or
# of PROMETHEUS_BIN and PROMTOOL_BIN. Where there is none, Debian's package is unpacked below
# bin/ and not installed: nothing of it is left running.
set -euo pipefail
cd "$(dirname "$0")/../.."
GO=${GO:-go}
work=$PWD/bin/prometheus

unpack() {
  mkdir -p "$work"
  (cd "$work" && { apt-get download -q prometheus || { apt-get update -q && apt-get download -q prometheus; }; })
  dpkg-deb -x "$work"/prometheus_*.deb "$work"
  rm "$work"/prometheus_*.deb
}
find_program() { # NAME
  command -v "$1" || { test -x "$work/usr/bin/$1" || unpack >&2; echo "$work/usr/bin/$1"; }
}
PROMETHEUS_BIN=${PROMETHEUS_BIN:-$(find_program prometheus)}
PROMTOOL_BIN=${PROMTOOL_BIN:-$(find_program promtool)}
export PROMETHEUS_BIN PROMTOOL_BIN

"$PROMETHEUS_BIN" --version 2>&1 | head -1
(cd deploy/prometheus && "$PROMTOOL_BIN" check config prometheus.yml && "$PROMTOOL_BIN" test rules elided.rules.test.yml)
$GO test -v -count=1 -timeout 10m ./e2e/prometheus
