package io.github.predella.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say everything that the pages say. */
class TextBundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern USE = Pattern.compile("\\bt(?:\\[|\\.of\\()'([a-z][a-z0-9._-]*[a-z0-9])'[\\],)]");
    private static final Path FOLDER = Path.of("src/main/resources/io/github/predella/dashboard/texts");

    private final Map<String, String> english = TextBundles.of(Locale.ENGLISH);
    private final Map<String, String> chinese = TextBundles.of(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        var different = new TreeMap<String, Set<String>>();

        english.forEach((key, text) -> {
            if (!places(text).equals(places(chinese.get(key)))) {
                different.put(key, places(text));
            }
        });

        assertEquals(Map.of(), different);
    }

    @Test
    void keysBeginWithTheNameOfTheirFile() throws IOException {
        for (String room : TextBundles.ROOMS) {
            try (var lines = Files.lines(FOLDER.resolve(room + ".properties"))) {
                assertEquals(
                        Set.of(),
                        lines.filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(room + "."))
                                .collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void everyFileBelongsToARoom() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertEquals(
                    Set.copyOf(TextBundles.ROOMS),
                    files.map(file -> file.getFileName().toString().replaceFirst("(_zh_CN)?\\.properties", ""))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void everyTextThatPagesNameIsThere() throws IOException {
        var missing = new TreeSet<String>();

        try (var pages = Files.walk(Path.of("webapp"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                USE.matcher(Files.readString(page))
                        .results()
                        .map(use -> use.group(1))
                        .filter(key -> !english.containsKey(key))
                        .forEach(key -> missing.add(page.getFileName() + ": " + key));
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void chineseIsChinese() {
        // Names of products and formats are the same in both languages.
        var untranslated = chinese.entrySet().stream()
                .filter(text -> text.getValue().equals(english.get(text.getKey())))
                .filter(text -> text.getValue().matches(".*[a-z]{4}.* .*[a-z]{3}.*"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), untranslated);
        assertTrue(chinese.get("frame.overview").contains("概览"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
