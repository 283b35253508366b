// Package daemonv1alpha1 is the contract in HTTP/JSON: generated handlers that translate
// into calls of gRPC, and the document that describes them.
package daemonv1alpha1

import _ "embed" // the document

//go:embed execution_api.swagger.json
var openAPI string

// OpenAPI is the contract in HTTP/JSON as an OpenAPI 2 document.
func OpenAPI() string { return openAPI }
