package io.github.predella.metadefs;

import java.time.Instant;

/** Something in a namespace that has a name there. Times are null when it is not stored, or was never changed. */
public sealed interface Part permits MetaObject, MetaProperty, MetaTag {

    /** Unique among the parts of its kind in the namespace. */
    String name();

    Kind kind();

    Instant createdAt();

    Instant updatedAt();

    /** The same as it is once it is stored. */
    Part stored(Instant created, Instant updated);

    /** What the words for a part of this kind are in sentences. */
    enum Kind {
        OBJECT("object", "objects"),
        PROPERTY("property", "properties"),
        TAG("tag", "tags");

        private final String word;
        private final String words;

        Kind(String word, String words) {
            this.word = word;
            this.words = words;
        }

        /** The word for one of them. */
        public String word() {
            return word;
        }

        /** The word for several of them. */
        public String words() {
            return words;
        }
    }
}
