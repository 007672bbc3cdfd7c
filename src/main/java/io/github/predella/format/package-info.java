/**
 * What is this disk? A stage watches the first bytes of an image go by, and some later ones where a format demands it,
 * recognises formats, reads the virtual size and looks for features that would make a reader of the image open other
 * files; a rule then decides whether the image may be what it says it is.
 *
 * <p>Bytes are only looked at, never kept beyond some headers and never written. Enter at {@link
 * io.github.predella.format.FormatWatch} and {@link io.github.predella.format.FormatRule}.
 */
package io.github.predella.format;
