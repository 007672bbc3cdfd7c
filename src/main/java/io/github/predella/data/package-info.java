/**
 * Bytes of images on their way in and out. Enter at {@link io.github.predella.data.UploadService}, {@link
 * io.github.predella.data.DownloadService}, {@link io.github.predella.data.StagingService} (data that waits for its
 * import) and {@link io.github.predella.data.UploadSessionService} (the same in pieces).
 *
 * <p>No transaction is open and no database connection is held while bytes move; the records are changed before and
 * after through the room {@code images}. HTTP lives in {@code data.rest}, SQL in {@code
 * data.db}.
 */
package io.github.predella.data;
