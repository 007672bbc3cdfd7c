package io.github.predella.cli;

import io.github.predella.metadefs.DefinitionDesk;

/** The catalogue of metadata definitions in an open database, until it is closed. */
public interface OpenCatalogue extends AutoCloseable {

    /** The way in and out; each call is one transaction. */
    DefinitionDesk desk();

    @Override
    void close();
}
