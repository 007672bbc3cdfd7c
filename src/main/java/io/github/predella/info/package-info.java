/**
 * What the service tells about itself: its versions, its stores, how data can be imported, what a project has used.
 *
 * <p>Nothing is changed here.
 */
package io.github.predella.info;
