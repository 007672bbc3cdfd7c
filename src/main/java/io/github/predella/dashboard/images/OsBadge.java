package io.github.predella.dashboard.images;

import io.github.predella.images.Image;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The sign beside the name of an image: the first letter of its operating system or, where nobody has told that, of its
 * name.
 *
 * @param letter one letter or digit; {@code ?} when there is none
 * @param title the operating system with its version; empty when nobody has told it
 */
public record OsBadge(String letter, String title) {

    private static final String SYSTEM = "os_distro";
    private static final String VERSION = "os_version";
    private static final String NOTHING = "?";

    /** The badge of an image, as far as the caller may know its properties. */
    static OsBadge of(Image image) {
        var properties = image.details().properties();
        String system = properties.getOrDefault(SYSTEM, "");
        String title = (system + " " + properties.getOrDefault(VERSION, "")).strip();
        String name = image.details().name();
        String letter = Stream.of(system, name == null ? "" : name)
                .flatMap(text -> text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .mapToObj(Character::toString)
                        .limit(1))
                .findFirst()
                .orElse(NOTHING);
        return new OsBadge(letter.toUpperCase(Locale.ROOT), system.isEmpty() ? "" : title);
    }
}
