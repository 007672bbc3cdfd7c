/**
 * Bytes of images on their way in and out. Enter at {@link io.github.predella.data.UploadService} and {@link
 * io.github.predella.data.DownloadService}.
 *
 * <p>No transaction is open and no database connection is held while bytes move; the records are changed before and
 * after through the room {@code images}. HTTP lives in {@code data.rest}.
 */
package io.github.predella.data;
