package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.config.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** README lists the settings as they are. With {@code -Dreadme=write} the test writes the list instead. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void theTableOfSettingsIsTrue() throws IOException {
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        String after = readme.substring(readme.indexOf(END));
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(README, before + table() + after);
        }

        String listed = Files.readString(README);

        assertEquals(before + table() + after, listed);
    }

    private static String table() {
        return AllSettings.CATALOGUE.keys().stream()
                .map(ReadmeTest::line)
                .distinct()
                .collect(Collectors.joining("", "| Setting | Default | Meaning |\n|---|---|---|\n", ""));
    }

    private static String line(SettingKey key) {
        String fallback = key.fallback()
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse("");
        return "| `" + key.spoken() + "` | " + fallback + " | " + key.says().replace("|", "\\|") + " |\n";
    }
}
