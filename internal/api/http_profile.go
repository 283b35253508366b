package api

import (
	"net/http"
	"net/http/pprof"
	"strconv"
	"strings"

	"google.golang.org/grpc/codes"
)

// profilePath is where the daemon's profiles are, for an admin.
const profilePath = "/debug/pprof/"

// maxProfile is how long one may be taken, in seconds.
const maxProfile = 60

// profile serves a profile. The command line, which pprof would serve too, is left out: it can
// name files and hashes of tokens.
func profile(w http.ResponseWriter, r *http.Request) {
	if s := r.URL.Query().Get("seconds"); s != "" {
		if n, err := strconv.ParseFloat(s, 64); err != nil || !(n > 0 && n <= maxProfile) {
			writeError(w, refuse(http.StatusBadRequest, codes.InvalidArgument, "seconds: %.32q is not between 1 and %d", s, maxProfile))
			return
		}
	}
	switch name := strings.TrimPrefix(r.URL.Path, profilePath); name {
	case "cmdline":
		writeError(w, noRoute(r))
	case "profile":
		pprof.Profile(w, r)
	case "symbol":
		pprof.Symbol(w, r)
	case "trace":
		pprof.Trace(w, r)
	default:
		pprof.Index(w, r) // names of profiles included
	}
}
