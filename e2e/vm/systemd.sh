#!/bin/bash
# Exercises the package under a real systemd: a Debian with systemd as its first process,
# in a VM under qemu, emulated. What the VM does is in systemd/test.sh. Prints what the VM
# prints; the exit code is the tests'. Needs root and apt on a Debian. The Debian and the
# kernel are made once, below bin/vm.
#
# KERNEL names the package of the kernel; TIMEOUT bounds the run, in seconds.
set -euo pipefail
cd "$(dirname "$0")/../.."
KERNEL=${KERNEL:-linux-image-cloud-amd64}
TIMEOUT=${TIMEOUT:-2400}
GO=${GO:-go}
SUITE=bookworm
PACKAGES=systemd,systemd-sysv,dbus,curl,procps
work=$PWD/bin/vm
mkdir -p "$work"
. e2e/vm/kernel.sh

need qemu-system-x86_64 qemu-system-x86
need cpio cpio
need mmdebstrap mmdebstrap
test -e /bin/busybox && ! ldd /bin/busybox >/dev/null 2>&1 || missing+=(busybox-static)
install_missing
kernel

# The Debian. Its name has what it is made of, so that other packages make another.
debian=$work/debian-$SUITE-$(sha256sum <<< "$PACKAGES" | cut -c1-12).tar
if ! test -e "$debian"; then
  mmdebstrap --variant=minbase --include="$PACKAGES" --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' "$SUITE" "$debian.part.tar"
  mv "$debian.part.tar" "$debian"
fi

for version in 0.0.1 0.0.2; do
  test -n "${KEEP_DIST:-}" && test -e "$work/dist-$version/SHA256SUMS" ||
    GO=$GO OUT=$work/dist-$version VERSION=$version ARCHS=amd64 deploy/package/dist.sh >/dev/null
done

root=$work/systemd
rm -rf "$root"
mkdir -p "$root"/{bin,dev,debian}
cp -L /bin/busybox "$root/bin/busybox"
install -m 755 e2e/vm/systemd/init "$root/init"
tar -x -C "$root/debian" -f "$debian" --exclude=./dev
mkdir -p "$root/debian"/{dev,vm}
cp "$work"/dist-*/*_amd64.deb e2e/vm/systemd/* e2e/vm/*.js "$root/debian/vm/"
install -m 644 e2e/vm/systemd/test.service "$root/debian/etc/systemd/system/vm-test.service"
ln -s ../vm-test.service "$root/debian/etc/systemd/system/multi-user.target.wants/vm-test.service"
rm -f "$root/debian/etc/systemd/system/getty.target.wants"/* "$root/debian/etc/resolv.conf"
ln -sf /dev/null "$root/debian/etc/systemd/system/serial-getty@.service"
echo elided-vm > "$root/debian/etc/hostname"
(cd "$root" && find . | cpio -o -H newc --quiet) > "$work/systemd.initramfs" # not packed: unpacking is slow where all is emulated
rm -rf "$root"

log=$work/systemd.log
timeout "$TIMEOUT" qemu-system-x86_64 -accel tcg,thread=multi -cpu max -smp 2 -m 3072 -nodefaults -display none -no-reboot \
  -serial stdio -kernel "$work/$package/vmlinuz" -initrd "$work/systemd.initramfs" \
  -append 'console=ttyS0 panic=-1 quiet systemd.show_status=false' </dev/null | sed -u 's/\r$//' | tee "$log" || true
verdict "$log"
