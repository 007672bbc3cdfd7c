package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "65536, 65536",
        "5B, 5",
        "3KB, 3072",
        "3k, 3072",
        "2 MiB, 2097152",
        "10GB, 10737418240",
        "1TB, 1099511627776",
        "9223372036854775807, 9223372036854775807"
    })
    void sizesCountInPowersOf1024(String text, long bytes) {
        DataSize size = DataSize.parse(text);

        assertEquals(bytes, size.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5GB", "GB", "10PB", "9223372036854775808", "8388608TB"})
    void otherSizesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> DataSize.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "5m", ""})
    void secondsAreWholeAndNotNegative(String text) {
        assertThrows(IllegalArgumentException.class, () -> Seconds.parse(text));
    }

    @Test
    void listsMayStandInBracketsAndMayHaveSpareCommas() {
        List<List<String>> lists = List.of(
                TextForms.list("a, b,,c,"), TextForms.list("[a,\nb,c]"), TextForms.list("[]"), TextForms.list(""));

        assertEquals(List.of(List.of("a", "b", "c"), List.of("a", "b", "c"), List.of(), List.of()), lists);
    }

    @Test
    void elementsMayStandInQuotes() {
        List<String> list = TextForms.list("['no_op', \"other\", it's, ']");

        assertEquals(List.of("no_op", "other", "it's", "'"), list);
    }

    @Test
    void onlyTheFirstColonOfAPairSplitsIt() {
        Map<String, String> map = TextForms.map("{http:10.0.0.1:3128, fast : rbd}");

        assertEquals(Map.of("http", "10.0.0.1:3128", "fast", "rbd"), map);
        assertEquals(List.of("http", "fast"), List.copyOf(map.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:b,c", ":b", "a:b,a:c"})
    void otherPairsAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TextForms.map(text));
    }

    @Test
    void theTextFormOfASecretIsDots() {
        var secret = new Secret("hunter2");

        String text = "the secret is " + secret;

        assertEquals("the secret is ........", text);
    }
}
