"""Made pages whose turn is known: what is written on them (layouts), how it is scanned (scanning)."""
