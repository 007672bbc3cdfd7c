package io.github.predella.schema;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far, up to a limit. For one check in one thread. */
final class Findings {

    private static final int LONGEST_SHOWN = 100;

    private final int most;
    private final List<String> sentences = new ArrayList<>();

    Findings(int most) {
        this.most = most;
    }

    boolean areComplete() {
        return sentences.size() >= most;
    }

    void add(Place place, String sentence) {
        if (!areComplete()) {
            sentences.add(sentence + place.spoken());
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** A value as sentences show it: short, and without the inside of arrays and objects. */
    static String shown(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> shown(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE, NULL -> cut(value.toString());
        };
    }

    static String shown(String text) {
        return "'" + cut(text) + "'";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
