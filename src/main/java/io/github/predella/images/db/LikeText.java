package io.github.predella.images.db;

/** Patterns of {@code LIKE … ESCAPE '!'}: what is looked for stands for itself. */
final class LikeText {

    private LikeText() {}

    static String startingWith(String text) {
        return escaped(text) + "%";
    }

    static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
