#!/bin/bash
# Exercises control groups (version 2) in a VM: a Debian kernel under qemu, emulated,
# with a file system of busybox, elided and the tests of its package. Prints what the
# VM prints; the exit code is the tests'. Needs root and apt on a Debian to install
# qemu, busybox and cpio; where they are there, anyone may run it.
#
# KERNEL names the package of the kernel; TIMEOUT bounds the run, in seconds.
set -euo pipefail
cd "$(dirname "$0")/../.."
KERNEL=${KERNEL:-linux-image-cloud-amd64}
TIMEOUT=${TIMEOUT:-900}
GO=${GO:-go}
work=$PWD/bin/vm
mkdir -p "$work"

. e2e/vm/kernel.sh

need qemu-system-x86_64 qemu-system-x86
need cpio cpio
test -e /bin/busybox && ! ldd /bin/busybox >/dev/null 2>&1 || missing+=(busybox-static)
install_missing
kernel

root=$work/root
rm -rf "$root"
mkdir -p "$root"/{bin,dev,etc,proc,sys,tmp}
cp -L /bin/busybox "$root/bin/busybox"
CGO_ENABLED=0 $GO build -trimpath -o "$root/elided" ./cmd/elided
CGO_ENABLED=0 $GO test -c -trimpath -o "$root/cgroup.test" ./internal/executor/pool/cgroup
CGO_ENABLED=0 $GO test -c -trimpath -o "$root/pool.test" ./internal/executor/pool
cp e2e/vm/init e2e/vm/daemon.sh e2e/vm/*.js "$root/"
chmod 755 "$root/init" "$root/elided" "$root/"*.test
printf 'root:x:0:0::/tmp:/bin/sh\nelided:x:1000:1000::/tmp:/bin/sh\n' > "$root/etc/passwd"
printf 'root:x:0:\nelided:x:1000:\n' > "$root/etc/group"
(cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) > "$work/initramfs"

log=$work/console.log
timeout "$TIMEOUT" qemu-system-x86_64 -accel tcg,thread=multi -cpu max -smp 2 -m 1024 -nodefaults -display none -no-reboot \
  -serial stdio -kernel "$work/$package/vmlinuz" -initrd "$work/initramfs" \
  -append 'console=ttyS0 panic=-1 quiet' </dev/null | sed -u 's/\r$//' | tee "$log" || true

verdict "$log"
