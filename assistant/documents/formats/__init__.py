"""One module for each kind of document: `read(path, reading)` puts its blocks into a `Reading`."""
