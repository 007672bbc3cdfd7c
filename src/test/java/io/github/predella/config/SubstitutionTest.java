package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {

    private static final Map<String, String> OPTIONS = Map.of(
            "DEFAULT.base", "/srv",
            "DEFAULT.host", "here",
            "store.host", "there",
            "store.dir", "$base/$host",
            "DEFAULT.loop", "$loop",
            "DEFAULT.a", "$b$b$b$b$b$b$b$b$b$b",
            "DEFAULT.b", "$c$c$c$c$c$c$c$c$c$c",
            "DEFAULT.c", "$d$d$d$d$d$d$d$d$d$d",
            "DEFAULT.d", "$base$base$base$base$base$base$base$base$base$base",
            "DEFAULT.e", "$a$a$a$a$a$a$a$a$a$a");

    private final Substitution substitution = new Substitution(key -> Optional.ofNullable(OPTIONS.get(key)));

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "$base/images, /srv/images",
        "${base}images, /srvimages",
        "$host, there",
        "$DEFAULT.host, here",
        "${store.dir}/x, /srv/there/x",
        "a$$base, a$base",
        "a\\$base, a$base",
        "pa$word, pa$word",
        "cost 5$, cost 5$",
        "$1 ${ $, $1 ${ $"
    })
    void referencesAreReplaced(String text, String expected) {
        String expanded = substitution.expand(text, "store");

        assertEquals(expected, expanded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$loop", "$e"})
    void circlesAndAvalanchesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> substitution.expand(text, "DEFAULT"));
    }
}
