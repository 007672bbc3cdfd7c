package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImagePermission;
import java.io.IOException;

/** A way to import: where the data comes from. An application-scoped bean each; safe for several threads. */
interface ImportMethod {

    /** The name on the wire and in the configuration. */
    String name();

    /** What the image must be waiting for. */
    Image.Status from();

    /** What the caller must be allowed to do with the image. */
    default ImagePermission permission() {
        return ImagePermission.MODIFY_IMAGE;
    }

    /**
     * Throws {@link Fault} INVALID for a request that does not tell what this way needs, or that nobody may make. It may
     * ask other servers, so no transaction is open.
     */
    default void check(ImportRequest request) {}

    /** Whether the data is kept by the service already, so that a store that has failed can be tried again. */
    default boolean bringsKeptData() {
        return false;
    }

    /**
     * The staging area whose process has to do the work; null when any process will do. A transaction is open.
     *
     * @throws Fault CONFLICT when there is nothing to import
     */
    default String place(Image image) {
        return null;
    }

    /**
     * Gets hold of the data. What it brought along goes again when the import fails.
     *
     * @throws Fault when it cannot be had
     */
    ImportSource fetch(ImportRun run) throws IOException;

    /**
     * Takes what the work will need and what must not be written down. The transaction that stores the task is open.
     *
     * @param token the caller's; null when nobody is there who could say
     */
    default void submitted(String task, Caller caller, Secret token) {}

    /** What the image waits for after an import that failed; null when that did not change its status. */
    Image.Status afterFailure();
}
