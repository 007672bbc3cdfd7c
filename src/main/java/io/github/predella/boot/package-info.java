/**
 * Where the parts are put together: every settings record is read here, every plain class that others want injected is
 * made here, and {@link io.github.predella.boot.Startup} starts the parts in their order.
 *
 * <p>Nothing is decided here about images, identity or bytes, and nothing imports this room.
 */
package io.github.predella.boot;
