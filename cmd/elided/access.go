package main

import (
	"io/fs"
	"math"
	"os/user"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/api"
)

// accessFlags say who may use the daemon.
type accessFlags struct {
	socketOwner, socketGroup, socketMode string
	allowUIDs, allowGIDs                 []string
	connections                          int
	private                              bool
}

func (a *accessFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&a.socketOwner, "socket-owner", "", "give the socket to `USER`, a name or number (default the daemon's own)")
	f.StringVar(&a.socketGroup, "socket-group", "", "give the socket to `GROUP`, a name or number (default the daemon's own)")
	f.StringVar(&a.socketMode, "socket-mode", "0660", "the socket's permissions, octal `MODE`")
	f.StringArrayVar(&a.allowUIDs, "allow-uid", nil, "let `USER`, a name or number, call; repeatable. With it or --allow-gid nobody else may but root and the daemon's own user")
	f.StringArrayVar(&a.allowGIDs, "allow-gid", nil, "let the members of `GROUP`, a name or number, call; repeatable")
	f.IntVar(&a.connections, "max-connections", 1_024, "client connections at once")
	f.BoolVar(&a.private, "private", false, "show each user but root only the sessions and executions that are its own")
}

// access is who may call.
func (a *accessFlags) access() (api.Access, error) {
	if a.connections < 1 {
		return api.Access{}, usageErrorf("--max-connections %d is less than 1", a.connections)
	}
	out := api.Access{Connections: a.connections}
	for _, name := range a.allowUIDs {
		id, err := userID("allow-uid", name)
		if err != nil {
			return out, err
		}
		out.UIDs = append(out.UIDs, id)
	}
	for _, name := range a.allowGIDs {
		id, err := groupID("allow-gid", name)
		if err != nil {
			return out, err
		}
		out.GIDs = append(out.GIDs, id)
	}
	return out, nil
}

// permissions are the socket's.
func (a *accessFlags) permissions() (api.Permissions, error) {
	mode, err := strconv.ParseUint(strings.TrimPrefix(a.socketMode, "0o"), 8, 32)
	if err != nil || mode > 0o777 {
		return api.Permissions{}, usageErrorf("--socket-mode %q is no octal mode between 0 and 0777, such as 0660", a.socketMode)
	}
	bits := fs.FileMode(mode)
	out := api.Permissions{Mode: &bits}
	if a.socketOwner != "" {
		id, err := userID("socket-owner", a.socketOwner)
		if err != nil {
			return out, err
		}
		out.Owner = &id
	}
	if a.socketGroup != "" {
		id, err := groupID("socket-group", a.socketGroup)
		if err != nil {
			return out, err
		}
		out.Group = &id
	}
	return out, nil
}

func userID(flag, name string) (uint32, error) {
	if u, err := user.Lookup(name); err == nil && !numeric(name) {
		return parseID(flag, name, u.Uid)
	}
	return parseID(flag, name, name)
}

func groupID(flag, name string) (uint32, error) {
	if g, err := user.LookupGroup(name); err == nil && !numeric(name) {
		return parseID(flag, name, g.Gid)
	}
	return parseID(flag, name, name)
}

func numeric(name string) bool { return name != "" && strings.Trim(name, "0123456789") == "" }

// parseID reads a number as the system has them, the last of which means none.
func parseID(flag, name, number string) (uint32, error) {
	id, err := strconv.ParseUint(number, 10, 32)
	if err != nil || id == math.MaxUint32 {
		return 0, usageErrorf("--%s %q is neither a name in this system's files nor a number below 4294967295: give the number", flag, name)
	}
	return uint32(id), nil
}
