package io.github.predella.images;

/** What people do with an image, as far as it is decided for one image at a time; see {@link ImageService#allowed}. */
public enum ImageAction {
    /** Change what is said about it: name, tags, properties, what it needs. */
    EDIT,
    /** Change its disk or container format. */
    CHANGE_FORMATS,
    DELETE,
    /** Send its data straight to a store. */
    UPLOAD,
    /** Let it have data by an import of whatever kind, also of data that is staged for it first. */
    IMPORT,
    DOWNLOAD,
    DEACTIVATE,
    REACTIVATE,
    /** Offer it to a project. */
    SHARE,
    /** Bring its data to a further store. */
    COPY_TO_STORE,
    /** Remove its data from one store of several. */
    REMOVE_COPY,
    /** Make it public. */
    PUBLISH,
    /** Make it a community image. */
    COMMUNITIZE,
    /** Let it be seen by those to whom it is offered. */
    MAKE_SHARED,
    /** Let it be seen by its own project only. */
    MAKE_PRIVATE,
    PROTECT,
    UNPROTECT,
    /** Leave it out of lists. */
    HIDE,
    /** Take it into lists again. */
    UNHIDE,
    /** Take its deletion back. */
    RESTORE
}
