package sandbox

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// processName is what ps and top show; without it, it is a descriptor's number.
const processName = "elided-worker"

// uid says which user the machine knows the process as.
func uid() (string, error) {
	_ = os.WriteFile("/proc/self/comm", []byte(processName), 0) // nothing depends on it
	id := os.Getuid()
	if text, err := os.ReadFile("/proc/self/uid_map"); err == nil {
		id = outside(string(text), id)
	}
	if id == 0 {
		return "", errors.New("it runs as root")
	}
	return strconv.Itoa(id), nil
}

// outside is what the parent of a user namespace calls the user id, by the text
// of uid_map.
func outside(text string, id int) int {
	for line := range strings.Lines(text) {
		var inner, outer, size int
		if _, err := fmt.Sscan(line, &inner, &outer, &size); err == nil && id >= inner && id-inner < size {
			return outer + id - inner
		}
	}
	return id
}

// descriptors closes all but the standard ones, those to be kept and the poller's.
func (s *state) descriptors() (string, error) {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return "", fmt.Errorf("what is open is not known: %w", err)
	}
	kept := 0
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		target, err := os.Readlink("/proc/self/fd/" + e.Name())
		if err != nil { // what read the directory: closed by now
			continue
		}
		if fd <= 2 || slices.Contains(s.keep, fd) || target == "anon_inode:[eventpoll]" || target == "anon_inode:[eventfd]" {
			kept++
			continue
		}
		if err := unix.Close(fd); err != nil {
			return "", fmt.Errorf("close %d: %w", fd, err)
		}
	}
	return fmt.Sprintf("%d open", kept), nil
}

// emptyRoot makes an empty directory the root. The old one is gone for good after
// pivot_root; after chroot, which is for machines that run from their initial
// file system, it is out of reach without capabilities.
func (s *state) emptyRoot() (string, error) {
	if !s.has("user") || !s.has("mnt") {
		return "", errors.New("it takes a user and a mount namespace")
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return "", fmt.Errorf("make mounts private: %w", err)
	}
	const at = "/proc" // a directory that exists; what is there is needed no more
	if err := unix.Mount("none", at, "tmpfs", unix.MS_RDONLY|unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "size=4k,nr_inodes=2,mode=0555"); err != nil {
		return "", fmt.Errorf("mount an empty file system: %w", err)
	}
	if err := unix.Chdir(at); err != nil {
		return "", fmt.Errorf("enter the empty file system: %w", err)
	}
	if err := unix.PivotRoot(".", "."); err != nil {
		if err := unix.Chroot("."); err != nil {
			return "", fmt.Errorf("chroot: %w", err)
		}
		return "chroot", unix.Chdir("/")
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return "", fmt.Errorf("unmount the old root: %w", err)
	}
	return "", unix.Chdir("/")
}
