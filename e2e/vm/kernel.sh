# What both VMs need, for run.sh and systemd.sh: a kernel, tools, and the verdict.

missing=()
need() { # COMMAND PACKAGE
  command -v "$1" >/dev/null || missing+=("$2")
}

install_missing() {
  if ((${#missing[@]})); then
    apt-get update -q
    apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
}

# kernel unpacks the package of the kernel, without installing it, and sets $package. A
# name without a version is a package that depends on the newest.
kernel() {
  package=$(apt-cache depends "$KERNEL" | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -1)
  package=${package:-$KERNEL}
  test ! -e "$work/$package/vmlinuz" || return 0
  mkdir -p "$work/$package"
  (cd "$work/$package" && apt-get download -q "$package")
  dpkg-deb --fsys-tarfile "$work/$package"/*.deb | tar -x -O --wildcards './boot/vmlinuz-*' > "$work/$package/vmlinuz.part"
  rm "$work/$package"/*.deb
  mv "$work/$package/vmlinuz.part" "$work/$package/vmlinuz"
}

# verdict ends with 0 when the VM came to its end and nothing failed.
verdict() { # LOG
  echo "== $package"
  grep -aE '^(RESULT|PASS|FAIL)' "$1" || true
  if ! grep -aq '^DONE$' "$1"; then
    echo "the VM did not come to its end within $TIMEOUT s; see $1" >&2
    exit 1
  fi
  ! grep -aq '^FAIL' "$1"
}
