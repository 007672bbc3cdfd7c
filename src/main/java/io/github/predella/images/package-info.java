/**
 * The ledger of images: what an image is, which changes it allows, who sees it and who may do what with it.
 *
 * <p>Enter at {@link io.github.predella.images.ImageService} (create, find, list, count, patch; and
 * what may be done, foretold by {@link io.github.predella.images.ActionRules}), {@link
 * io.github.predella.images.MemberService} (sharing) and the record's part of an upload
 * ({@link io.github.predella.images.UploadLedger}), of staging ({@link io.github.predella.images.StagingLedger}) and of
 * an import ({@link io.github.predella.images.ImportRecordService}, {@link io.github.predella.images.ImportRoomService}).
 * Data whose place others tell comes by {@link io.github.predella.images.AdoptionRecordService}; what is deleted lies in
 * the {@link io.github.predella.images.ImageBin} for a while, if the operator wants that. Bytes never pass through here: they are the
 * business of the room {@code data}; HTTP lives in {@code images.rest}, SQL in {@code images.db}.
 */
package io.github.predella.images;
