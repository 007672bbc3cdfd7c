package io.github.predella.dashboard.metadata;

import io.github.predella.dashboard.FacesAnswer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the form of a page brings along. */
@RequestScoped
public class Submission {

    private FacesAnswer answer;

    /** For the container's proxy only. */
    protected Submission() {}

    @Inject
    public Submission(FacesAnswer answer) {
        this.answer = answer;
    }

    /** The value of the button that was pressed; empty when that cannot be told. */
    String pressed() {
        return text("do");
    }

    /** A text; empty when it is missing. */
    String text(String name) {
        String text = answer.request().getParameter(name);
        return text == null ? "" : ValueTexts.normal(text);
    }

    /** Whether a box is ticked. */
    boolean ticked(String name) {
        return answer.request().getParameter(name) != null;
    }

    /** The values as the form was first shown with. */
    Map<String, String> before() {
        return ValueTexts.read(text("before"));
    }

    /** The rows of a form: their names and values. */
    Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        all("row").forEach(name -> rows.put(name, text("value." + name)));
        return rows;
    }

    /** The names of rows that are to be removed. */
    Set<String> gone() {
        return new LinkedHashSet<>(all("gone").toList());
    }

    private Stream<String> all(String name) {
        return Stream.ofNullable(answer.request().getParameterValues(name)).flatMap(Stream::of);
    }

    /** The values after what the person has decided about conflicts, and the conflicts about which nothing is decided. */
    Decided decide(ThreeWay three) {
        var mine = new LinkedHashMap<>(three.mine());
        var open = three.conflicts().stream()
                .filter(conflict -> {
                    var taken = taken(conflict);
                    if (taken.filter("theirs"::equals).isPresent()) {
                        if (conflict.theirs() == null) {
                            mine.remove(conflict.name());
                        } else {
                            mine.put(conflict.name(), conflict.theirs());
                        }
                    }
                    return taken.isEmpty();
                })
                .toList();
        return new Decided(new ThreeWay(three.before(), mine, three.theirs()), open);
    }

    /**
     * Values after decisions.
     *
     * @param three the values
     * @param open conflicts that are still to be decided
     */
    record Decided(ThreeWay three, List<Conflict> open) {}

    /** A decision only counts for what the person has seen. */
    private Optional<String> taken(Conflict conflict) {
        String seen = conflict.theirs() == null ? "" : conflict.theirs();
        return text("seen." + conflict.name()).equals(seen)
                ? Optional.of(text("take." + conflict.name())).filter(taken -> !taken.isEmpty())
                : Optional.empty();
    }
}
