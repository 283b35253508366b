#!/bin/sh
# Runs a command as on this machine, where whatever it changes is gone afterwards: the root
# file system is covered by one in memory, without systemd and without /run. For `unshare
# --mount --pid --fork`. A user namespace, which workers need, can't be made in a chroot:
# therefore pivot_root.
set -e
mount -t tmpfs -o size=2g tmpfs /mnt
mkdir /mnt/changes /mnt/work /mnt/root
mount -t overlay -o lowerdir=/,upperdir=/mnt/changes,workdir=/mnt/work overlay /mnt/root
mount --rbind /dev /mnt/root/dev
mount --rbind /sys /mnt/root/sys
mount --bind /tmp /mnt/root/tmp
mount -t proc proc /mnt/root/proc
mount -t tmpfs tmpfs /mnt/root/run
mkdir /mnt/root/run/before
cd /mnt/root
pivot_root . run/before
umount -l /run/before
rmdir /run/before
exec "$@"
