package main

import (
	"io/fs"
	"math"
	"os/user"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/config"
)

// access is who may call.
func access(c *config.Config) (api.Access, error) {
	out := api.Access{Connections: c.Listener.MaxConnections, CallRate: c.Listener.MaxCallRate}
	var err error
	if out.UIDs, out.UserRoles, err = allowed(c.Name("listener.allow_uids"), c.Listener.AllowUIDs, userID); err != nil {
		return out, err
	}
	if out.GIDs, out.GroupRoles, err = allowed(c.Name("listener.allow_gids"), c.Listener.AllowGIDs, groupID); err != nil {
		return out, err
	}
	if out.Names, err = parseEach(c, "listener.allow_names", c.Listener.AllowNames, api.ParseName); err != nil {
		return out, err
	}
	out.Tokens, err = parseEach(c, "listener.tokens", c.Listener.Tokens, api.ParseToken)
	return out, err
}

// parseEach reads the entries of a list. The error names the list and not the entry, which
// may be a secret; parse says of it what may be said.
func parseEach[T any](c *config.Config, path string, entries []string, parse func(string) (T, error)) ([]T, error) {
	var out []T
	for _, e := range entries {
		v, err := parse(e)
		if err != nil {
			return nil, usageErrorf("%s: %w", c.Name(path), err)
		}
		out = append(out, v)
	}
	return out, nil
}

// certificates are those of the TLS doors; nil without any.
func certificates(c *config.Config) (*api.Certificates, error) {
	l := &c.Listener
	if l.TLSCert == "" {
		return nil, nil
	}
	all, err := api.NewCertificates(api.CertificateFiles{Cert: l.TLSCert, Key: l.TLSKey, ClientCA: l.TLSClientCA})
	if err != nil {
		return nil, usageErrorf("%s: %w", c.Name("listener.tls_cert"), err)
	}
	return all, nil
}

// allowed reads entries that are NAME or NAME=ROLE.
func allowed(setting string, entries []string, id func(setting, name string) (uint32, error)) (ids []uint32, roles map[uint32]api.Role, err error) {
	roles = make(map[uint32]api.Role)
	for _, e := range entries {
		name, role, given := strings.Cut(e, "=")
		n, err := id(setting, name)
		if err != nil {
			return nil, nil, err
		}
		ids = append(ids, n)
		if !given {
			continue
		}
		if roles[n], err = api.ParseRole(role); err != nil {
			return nil, nil, usageErrorf("%s: %w", setting, err)
		}
	}
	return ids, roles, nil
}

// permissions are the socket's.
func permissions(c *config.Config) (api.Permissions, error) {
	l := &c.Listener
	mode, err := strconv.ParseUint(strings.TrimPrefix(l.SocketMode, "0o"), 8, 32)
	if err != nil || mode > 0o777 {
		return api.Permissions{}, usageError{c.Refuse("listener.socket_mode", "is no octal mode between 0 and 0777, such as 0660")}
	}
	bits := fs.FileMode(mode)
	out := api.Permissions{Mode: &bits}
	if l.SocketOwner != "" {
		id, err := userID(c.Name("listener.socket_owner"), l.SocketOwner)
		if err != nil {
			return out, err
		}
		out.Owner = &id
	}
	if l.SocketGroup != "" {
		id, err := groupID(c.Name("listener.socket_group"), l.SocketGroup)
		if err != nil {
			return out, err
		}
		out.Group = &id
	}
	return out, nil
}

func userID(setting, name string) (uint32, error) {
	if u, err := user.Lookup(name); err == nil && !numeric(name) {
		return parseID(setting, name, u.Uid)
	}
	return parseID(setting, name, name)
}

func groupID(setting, name string) (uint32, error) {
	if g, err := user.LookupGroup(name); err == nil && !numeric(name) {
		return parseID(setting, name, g.Gid)
	}
	return parseID(setting, name, name)
}

func numeric(name string) bool { return name != "" && strings.Trim(name, "0123456789") == "" }

// parseID reads a number as the system has them, the last of which means none.
func parseID(setting, name, number string) (uint32, error) {
	id, err := strconv.ParseUint(number, 10, 32)
	if err != nil || id == math.MaxUint32 {
		return 0, usageErrorf("%s %q is neither a name in this system's files nor a number below 4294967295: give the number", setting, name)
	}
	return uint32(id), nil
}
