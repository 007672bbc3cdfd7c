package io.github.predella.config;

import java.util.List;

/**
 * What a source holds under a key.
 *
 * @param texts the texts in the order of the source, more than one only when the key is repeated there; never empty
 * @param origin where it stands, in words for the operator
 */
record FoundSetting(List<String> texts, String origin) {

    FoundSetting {
        texts = List.copyOf(texts);
    }

    /** The text that counts for settings that are not written by repetition. */
    String last() {
        return texts.get(texts.size() - 1);
    }
}
