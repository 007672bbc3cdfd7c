/**
 * JSON schemas: writing the documents that clients fetch, and holding values against them.
 *
 * <p>Enter at {@link io.github.predella.schema.Schema} to describe and at {@link io.github.predella.schema.SchemaCheck}
 * to check. The documents themselves, with their words, live with the features; nothing here knows any field.
 */
package io.github.predella.schema;
