package io.github.predella.dashboard.metadefs;

import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a form that was sent, and whether what it changes is still as it was when it was shown. */
@RequestScoped
public class FormFields {

    private static final String BEFORE = "before";

    private FacesAnswer answer;
    private Texts texts;
    private Map<String, String> values;

    /** For the container's proxy only. */
    protected FormFields() {}

    @Inject
    public FormFields(FacesAnswer answer, Texts texts) {
        this.answer = answer;
        this.texts = texts;
    }

    /** What stands in the fields: what was sent, otherwise what is stored. Missing values are empty. */
    Map<String, String> values(List<String> names, Supplier<Map<String, String>> stored) {
        if (values == null) {
            values = answer.isFormSent()
                    ? names.stream().collect(Collectors.toMap(Function.identity(), this::sent))
                    : stored.get();
        }
        return values;
    }

    private String sent(String name) {
        String text = answer.request().getParameter(name);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    /** Whether what is stored is not what the form was filled with; then that is said above it. */
    boolean isOutdated(Record stored) {
        boolean outdated = !sent(BEFORE).equals(fingerprint(stored));
        if (outdated) {
            answer.complain(texts.get("metadefs.changed-meanwhile"));
        }
        return outdated;
    }

    /** What the form carries along to know it; null stands for what is not stored yet. */
    static String fingerprint(Record stored) {
        return stored == null ? "" : Fingerprint.of(stored);
    }

    /** The lines of a text that are not blank, each once. */
    static List<String> lines(String text) {
        return Stream.of(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
