package api

import (
	"fmt"
	"slices"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A Role is what a caller may have the daemon do. Each may what those below it may. The
// zero value is none.
type Role uint8

// The roles, the lowest first.
const (
	Read   Role = iota + 1 // look at what it may see
	Submit                 // have programs run, and do with them what it likes
	Admin                  // see and touch what all callers made, and end the daemon
)

var roleNames = map[string]Role{"read": Read, "submit": Submit, "admin": Admin}

// ParseRole reads a role's name.
func ParseRole(name string) (Role, error) {
	if r, ok := roleNames[name]; ok {
		return r, nil
	}
	return 0, fmt.Errorf("%.64q is no role: it is read, submit or admin", name)
}

// String is the role's name.
func (r Role) String() string {
	for name, role := range roleNames {
		if role == r {
			return name
		}
	}
	return "none"
}

// methodRoles are the roles that the methods of the contract take.
var methodRoles = map[string]Role{
	"Health": Read, "GetCapabilities": Read, "GetSession": Read, "ListSessions": Read,
	"GetExecutionStatus": Read, "ListExecutions": Read, "WatchExecution": Read, "WatchExecutions": Read,
	"CreateSession": Submit, "DeleteSession": Submit,
	"ExecuteSnippet": Submit, "RunSnippet": Submit, "EvalInExecution": Submit,
	"CancelExecution": Submit, "SignalExecution": Submit, "DeleteExecution": Submit,
	"Drain": Admin,
}

// needs is the role that a method takes, by its full name. What is of no service of the
// contract tells of the service (health, reflection) or doesn't exist.
func needs(method string) Role {
	name, ok := strings.CutPrefix(method, "/"+daemonv1alpha1.ExecutionApi_ServiceDesc.ServiceName+"/")
	if !ok {
		return Read
	}
	return roleIn(methodRoles, name)
}

// roleIn is a method's role in a table. One that the contract has and the table lacks is
// an admin's; one that doesn't exist takes none, and is answered so.
func roleIn(table map[string]Role, name string) Role {
	role, ok := table[name]
	d := daemonv1alpha1.ExecutionApi_ServiceDesc
	if !ok && (slices.ContainsFunc(d.Methods, func(m grpc.MethodDesc) bool { return m.MethodName == name }) ||
		slices.ContainsFunc(d.Streams, func(s grpc.StreamDesc) bool { return s.StreamName == name })) {
		return Admin
	}
	return role
}

// stays is the refusal of a peer that may not call.
func (p *peer) stays() error {
	return status.Errorf(codes.PermissionDenied, "%s may not call this elided: its operator has to allow it with %s", p, p.remedy(Submit, ""))
}

// lacks is the refusal of a call that takes a role which the peer hasn't.
func (p *peer) lacks(needed Role) error {
	return status.Errorf(codes.PermissionDenied, "%s may not do this: it takes the role %s and %s has %s; this elided's operator gives it with %s",
		p, needed, p, p.role, p.remedy(needed, "="+needed.String()))
}

// remedy is the setting that gives a peer a role. The suffix is the role where it has to be
// written out.
func (p *peer) remedy(r Role, suffix string) string {
	if p.name == "" {
		return fmt.Sprintf("--allow-uid %d%s, or one of its groups with --allow-gid", p.uid, suffix)
	}
	if name, ok := strings.CutPrefix(p.name, certPrefix); ok {
		return fmt.Sprintf("--allow-name %s%s", name, suffix)
	}
	return fmt.Sprintf("a token of that role, which `elided token NAME --role %s` makes", r)
}
