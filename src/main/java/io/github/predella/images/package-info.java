/**
 * The ledger of images: what an image is, which changes it allows, who sees it and who may do what with it.
 *
 * <p>Enter at {@link io.github.predella.images.ImageService} (create, find, list, patch, delete), {@link
 * io.github.predella.images.MemberService} (sharing) and the record's part of an upload
 * ({@link io.github.predella.images.UploadLedger}), of staging ({@link io.github.predella.images.StagingLedger}) and of
 * an import ({@link io.github.predella.images.ImportRecordService}). Bytes never pass through here: they are the
 * business of the room {@code data}; HTTP lives in {@code images.rest}, SQL in {@code images.db}.
 */
package io.github.predella.images;
