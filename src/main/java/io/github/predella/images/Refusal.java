package io.github.predella.images;

/**
 * Why somebody may not do something with an image, in a form that can be said in any language.
 *
 * @param reason the kind of reason
 * @param argument what the reason is about, as {@link Reason} says for each; empty where it says nothing, never null
 */
public record Refusal(Reason reason, String argument) {

    /** The kinds of reasons. */
    public enum Reason {
        /** The caller may only look. */
        READ_ONLY,
        /** No rule allows it. Argument: the name of the rule. */
        RULE,
        /** Only the owning project may. Argument: the name of the rule that would allow it otherwise. */
        NOT_OWNER,
        /** The image is protected against deletion. */
        PROTECTED,
        /** The image is not in a state for it. Argument: the state it is in. */
        STATUS,
        /** Only shared images have members. Argument: the visibility that the image has. */
        VISIBILITY,
        /** The image is so already. */
        ALREADY,
        /** The disk or the container format is missing. */
        FORMATS_MISSING,
        /** An import is at work on the image. Argument: the id of its task. */
        IMPORTING,
        /** The service does not offer it. Argument: the import method that is not offered, or nothing. */
        NOT_OFFERED,
        /** The image has no data. */
        NO_DATA,
        /** Nobody removes the only copy of an image's data. */
        ONLY_COPY,
        /** Every store that takes data has a copy, or is being rid of one. */
        NO_STORE_LEFT
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }

    static Refusal of(ImagePermission permission) {
        return new Refusal(Reason.RULE, permission.rule());
    }

    static Refusal of(Image.Status status) {
        return new Refusal(Reason.STATUS, status.wireName());
    }
}
