#!/bin/bash
# Makes what a release consists of, in dist/: binaries, archives, packages, bills of
# materials and checksums. The same source and Go make the same bytes, wherever and
# whenever. Variables, all optional:
#
#   VERSION            the release's number, in place of that of internal/version
#   COMMIT, SOURCE_DATE_EPOCH   of the source, where there is no git repository
#   ARCHS              amd64 arm64
#   OUT                dist
set -euo pipefail
cd "$(dirname "$0")/../.."
umask 022
export LC_ALL=C TZ=UTC GOFLAGS='' GOWORK=off CGO_ENABLED=0 GOAMD64=v1 GOARM64=v8.0 GOTOOLCHAIN=local
GO=${GO:-go}
ARCHS=${ARCHS:-amd64 arm64}
OUT=${OUT:-dist}
programs=(elided nomad-driver-elide)
package=github.com/elide-dev/elided/internal/version

COMMIT=${COMMIT-$(git rev-parse HEAD)}
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)

number=${VERSION:-$(sed -n 's/^\tnumber = "\(.*\)"$/\1/p' internal/version/version.go)}
test -n "$number" || { echo "internal/version/version.go has no number" >&2; exit 1; }
# A build in between two releases is newer than the first of them, and than earlier builds.
if test -n "${VERSION:-}" || test "$(git tag --points-at HEAD 2>/dev/null | grep -x "v$number")"; then
  export PACKAGE_VERSION=$number
else
  export PACKAGE_VERSION="$number+git$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S).${COMMIT:0:12}"
fi
export VERSION=$number

rm -rf "$OUT"
mkdir -p "$OUT"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags="-s -w -buildid= -X $package.number=$number -X $package.commit=$COMMIT -X $package.date=$DATE"
build() { # PROGRAM OS ARCH FILE
  GOOS=$2 GOARCH=$3 $GO build -trimpath -buildvcs=false -ldflags "$flags" -o "$4" "./cmd/$1"
}
nfpm() { $GO tool -modfile=tools/dist/go.mod nfpm "$@"; }
bill() { $GO run ./deploy/package/bill "$@"; }

# What is the same on every architecture comes from a program for this machine.
elided=$work/elided
build elided "$($GO env GOHOSTOS)" "$($GO env GOHOSTARCH)" "$elided"
common=$work/common
mkdir -p "$common"/{man,completion,systemd}
# What systemd's units would say as well, for a daemon that is started without them.
"$elided" config defaults | sed -e 's|^  # socket = ""$|  socket = "/run/elided/elided.sock"|' \
  -e 's|^  # state_dir = ""$|  state_dir = "/var/lib/elided"|' > "$common/elided.hcl"
test "$(grep -c '^  [a-z]' "$common/elided.hcl")" = 2 || { echo "elided config defaults has other lines than this script looks for" >&2; exit 1; }
"$elided" manual "$common/man"
for shell in bash zsh fish; do
  "$elided" completion "$shell" > "$common/completion/elided.$shell"
done
install -m 644 deploy/systemd/*.service deploy/systemd/*.socket deploy/systemd/*.conf "$common/systemd/"
install -m 644 deploy/systemd/elided.service.d/nomad.conf.example "$common/systemd/nomad.conf"
gzip -n -9 "$common"/man/*
gzip -n -9 -c CHANGELOG.md > "$common/changelog.gz"
for program in "${programs[@]}"; do
  printf '%s (%s-1) unstable; urgency=medium\n\n  * See changelog.gz.\n\n -- %s  %s\n' "$program" "$PACKAGE_VERSION" \
    "$(sed -n 's/^maintainer: //p' "deploy/package/$program.yaml")" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
    gzip -n -9 > "$common/$program.changelog.Debian.gz"
  sed "/^#/!s/^/$program: /" deploy/package/lintian-overrides > "$common/$program.lintian"
done

# archive NAME DIRECTORY packs a directory as dist/NAME.tar.gz.
archive() {
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=go-w,a+rX \
    -C "$2" -c . --transform "s,^\.,$1," | gzip -n > "$OUT/$1.tar.gz"
}

for ARCH in $ARCHS; do
  export ARCH STAGE=$work/$ARCH
  cp -r "$common" "$STAGE"
  for program in "${programs[@]}"; do
    build "$program" linux "$ARCH" "$STAGE/$program"
    install -m 755 "$STAGE/$program" "$OUT/$program-linux-$ARCH"
    bill copyright "$STAGE/$program" > "$STAGE/$program.copyright"
    bill sbom "$STAGE/$program" > "$OUT/$program-linux-$ARCH.cdx.json"
    for packager in deb rpm; do
      nfpm package --config "deploy/package/$program.yaml" --packager "$packager" --target "$OUT/"
    done
  done

  mkdir "$work/archive" "$work/driver"
  cp -r "$STAGE"/{elided,elided.hcl,man,completion,systemd} README.md LICENSE "$work/archive/"
  cp "$STAGE/elided.copyright" "$work/archive/copyright"
  archive "elided-$number-linux-$ARCH" "$work/archive"
  cp -r "$STAGE/nomad-driver-elide" docs/nomad.md LICENSE "$work/driver/"
  cp "$STAGE/nomad-driver-elide.copyright" "$work/driver/copyright"
  archive "nomad-driver-elide-$number-linux-$ARCH" "$work/driver"
  rm -r "$work/archive" "$work/driver"
done

(cd "$OUT" && sha256sum -- * > "$work/sums" && mv "$work/sums" SHA256SUMS)
ls -l "$OUT"
