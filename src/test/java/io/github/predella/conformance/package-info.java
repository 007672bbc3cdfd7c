/**
 * The service as stock clients meet it: each test starts the built WAR and runs one of the scripts in {@code
 * src/test/conformance} against it.
 */
package io.github.predella.conformance;
