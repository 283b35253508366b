"""XML-RPC: texts of calls and answers; no server, and no connections."""
