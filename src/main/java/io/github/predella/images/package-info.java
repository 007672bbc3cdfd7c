/**
 * The ledger of images: what an image is, which changes it allows, who sees it and who may do what with it.
 *
 * <p>Enter at {@link io.github.predella.images.ImageService} (create, find, list, patch, delete), {@link
 * io.github.predella.images.MemberService} (sharing) and {@link io.github.predella.images.UploadLedger} (the record's
 * part of an upload). Bytes never pass through here: they are the business of the room {@code data}; HTTP lives in
 * {@code images.rest}, SQL in {@code images.db}.
 */
package io.github.predella.images;
