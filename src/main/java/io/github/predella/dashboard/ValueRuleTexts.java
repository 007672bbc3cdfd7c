package io.github.predella.dashboard;

import io.github.predella.metadefs.ValueRule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Which values a definition wants, in the language of the person. */
@Named("ruleTexts")
@RequestScoped
public class ValueRuleTexts {

    /** How many choices are named where they are not there to be chosen from. */
    private static final int NAMED = 12;

    private Texts texts;

    /** For the container's proxy only. */
    protected ValueRuleTexts() {}

    @Inject
    public ValueRuleTexts(Texts texts) {
        this.texts = texts;
    }

    /** A short sentence, such as “whole number from 1”. */
    public String of(ValueRule rule) {
        return switch (rule.kind()) {
            case CHOICE, FLAG -> texts.of("metadefs.wants.choice", named(rule.choices()));
            case WHOLE -> number(rule, "whole");
            case NUMBER -> number(rule, "number");
            case TEXT -> joined(texts.get("metadefs.wants.text"), length(rule), pattern(rule));
            case LIST ->
                joined(
                        rule.choices().isEmpty()
                                ? texts.get("metadefs.wants.list")
                                : texts.of("metadefs.wants.list-of", named(rule.choices())),
                        length(rule),
                        rule.operators().isEmpty()
                                ? ""
                                : texts.of("metadefs.wants.operators", String.join(" ", rule.operators())));
        };
    }

    private String named(List<String> choices) {
        if (choices.size() <= NAMED) {
            return String.join(", ", choices);
        }
        return texts.of("metadefs.wants.more", String.join(", ", choices.subList(0, NAMED)), choices.size() - NAMED);
    }

    private String number(ValueRule rule, String kind) {
        return joined(
                texts.get("metadefs.wants." + kind),
                rule.least() == null ? "" : texts.of("metadefs.wants.from", plain(rule.least())),
                rule.most() == null ? "" : texts.of("metadefs.wants.to", plain(rule.most())));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private String length(ValueRule rule) {
        if (rule.longest() == null) {
            return rule.shortest() == 0 ? "" : texts.of("metadefs.wants.length-from", rule.shortest());
        }
        return texts.of("metadefs.wants.length", rule.shortest(), rule.longest());
    }

    private String pattern(ValueRule rule) {
        return rule.pattern() == null ? "" : texts.of("metadefs.wants.pattern", rule.pattern());
    }

    private static String joined(String... parts) {
        var all = new ArrayList<>(List.of(parts));
        all.removeIf(String::isEmpty);
        return String.join(" ", all);
    }
}
