package io.github.predella.db;

/** Patterns of {@code LIKE … ESCAPE '!'}: what is looked for stands for itself. */
public final class LikeText {

    private LikeText() {}

    public static String startingWith(String text) {
        return escaped(text) + "%";
    }

    public static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
