/**
 * The pages about images: the list with its filters and what is done with several images at once, one image with its
 * tabs, and the bin. The head that all pages of one image share is {@code #{imageHead}}, also for pages of other rooms.
 *
 * <p>Enter at {@link io.github.predella.dashboard.images.ImagesBean} and {@link
 * io.github.predella.dashboard.images.ImageHeadBean}.
 */
package io.github.predella.dashboard.images;
