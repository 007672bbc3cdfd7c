/**
 * Sharing: who may find an image and with which projects it is shared, and the inbox with what others offer to the
 * project.
 *
 * <p>Enter at {@link io.github.predella.dashboard.sharing.SharingBean} and {@link
 * io.github.predella.dashboard.sharing.InboxBean}.
 */
package io.github.predella.dashboard.sharing;
