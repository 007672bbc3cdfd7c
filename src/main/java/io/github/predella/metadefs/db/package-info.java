/** The catalogue in the tables of the reference, all six of them. No rule about metadata definitions is here. */
package io.github.predella.metadefs.db;
