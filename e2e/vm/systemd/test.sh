# Runs in the VM, as root under systemd. A line that begins with PASS, FAIL or RESULT is for
# the script that started the VM. Times are long: all is emulated.
export LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin
cd /vm

check() { # NAME COMMAND... has a command succeed.
  local name=$1 out
  shift
  if out=$("$@" 2>&1); then
    echo "PASS $name"
  else
    echo "FAIL $name"
    tail -n 20 <<< "$out"
  fi
}

settle() { # COMMAND tries a command for three minutes.
  local n
  for ((n = 0; n < 360; n++)); do
    eval "$1" >/dev/null 2>&1 && return
    sleep 0.5
  done
  return 1
}

has() { # TEXT COMMAND... has a command print a text.
  local text=$1
  shift
  "$@" 2>&1 | grep -qF -- "$text"
}

show() { systemctl show --value --property "$1" "${2:-elided.service}"; }
as_member() { runuser -u member -- env HOME=/tmp "$@"; }
sed 's/^VERSION_ID=/RESULT Debian /;t;d' /etc/os-release
echo "RESULT $(systemctl --version | head -1), Linux $(uname -r)"

useradd member
useradd stranger
mkdir -p /opt/nomad/data
check "a package is installed" dpkg -i elided_0.0.1-1_amd64.deb
usermod -a -G elided member
check "what is installed is not started" test "$(systemctl is-active elided.service)" = inactive
check "systemd-analyze verify has nothing to say" test -z "$(systemd-analyze verify --man=no elided.service elided.socket elided-http.socket 2>&1 | grep elided)"

. ./start.sh
. ./work.sh
. ./restart.sh
. ./packages.sh
echo DONE
