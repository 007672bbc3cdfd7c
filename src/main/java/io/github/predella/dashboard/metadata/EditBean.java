package io.github.predella.dashboard.metadata;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form for what most images have: name, description, what a guest needs, flags, tags and the operating system. */
@Named("edit")
@RequestScoped
public class EditBean {

    private static final List<String> PROPERTIES = List.of("description", "os_distro", "os_version", "architecture");
    private static final List<String> NUMBERS = List.of("min_disk", "min_ram");
    private static final List<String> FLAGS = List.of("protected", "os_hidden");
    private static final List<String> ARCHITECTURES =
            List.of("x86_64", "aarch64", "i686", "armv7l", "loongarch64", "ppc64le", "riscv64", "s390x");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Changes changes;
    private Submission form;
    private CurrentPage page;
    private FacesAnswer answer;
    private Texts texts;

    private String refusal = "";
    private Image image;
    private Map<String, String> before;
    private Map<String, String> mine;
    private List<Conflict> conflicts = List.of();

    /** For the container's proxy only. */
    protected EditBean() {}

    @Inject
    public EditBean(Changes changes, Submission form, CurrentPage page, FacesAnswer answer, Texts texts) {
        this.changes = changes;
        this.form = form;
        this.page = page;
        this.answer = answer;
        this.texts = texts;
    }

    /**
     * Reads the image, and what stands in the form when there is one.
     *
     * @param refusal why the caller may not change the image, empty when they may
     * @throws Fault FORBIDDEN when there is a refusal
     */
    public void load(String refusal) {
        this.refusal = refusal;
        getImage();
    }

    /** The image as it is now; throws {@link Fault} FORBIDDEN when the caller may not change it. */
    public Image getImage() {
        read();
        if (!refusal.isEmpty()) {
            throw Fault.forbidden(refusal);
        }
        return image;
    }

    /** Parts of the page are looked at before anything is loaded. */
    private void read() {
        if (image == null) {
            image = changes.image(page.value("id"));
            before = answer.isFormSent() ? form.before() : values(image);
            mine = answer.isFormSent() ? given() : before;
        }
    }

    private static Map<String, String> values(Image of) {
        var details = of.details();
        var values = new LinkedHashMap<String, String>();
        values.put("name", details.name() == null ? "" : ValueTexts.normal(details.name()));
        values.put("min_disk", String.valueOf(details.minDisk()));
        values.put("min_ram", String.valueOf(details.minRam()));
        values.put("protected", String.valueOf(details.isProtected()));
        values.put("os_hidden", String.valueOf(details.hidden()));
        values.put("tags", sorted(String.join("\n", details.tags())));
        for (String property : PROPERTIES) {
            String value = details.properties().get(property);
            if (value != null && !value.isBlank()) {
                values.put(property, ValueTexts.normal(value));
            }
        }
        return values;
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("name", form.text("name"));
        NUMBERS.forEach(name -> given.put(name, form.text(name).strip()));
        FLAGS.forEach(name -> given.put(name, String.valueOf(form.ticked(name))));
        given.put("tags", sorted(form.text("tags")));
        for (String property : PROPERTIES) {
            String value = form.text(property);
            if (!value.isBlank()) {
                given.put(property, value);
            }
        }
        return given;
    }

    private static String sorted(String tags) {
        return String.join("\n", ValueTexts.lines(tags).stream().sorted().toList());
    }

    /** Stores what was changed, unless something is wrong with it or was changed by somebody else too. */
    public void save() {
        var decided = form.decide(new ThreeWay(before, mine, values(getImage())));
        conflicts = decided.open();
        if (NUMBERS.stream().anyMatch(this::isWrong)) {
            answer.complain(texts.get("metadata.number-wrong"));
        } else if (conflicts.isEmpty()) {
            changes.store(image.id(), decided.three(), EditBean::values, "/dashboard/images/" + image.id());
        }
    }

    /** The values as they were first shown, for the form to carry along. */
    public String getBefore() {
        read();
        return ValueTexts.json(before);
    }

    /** What stands in a field. */
    public String value(String name) {
        read();
        return mine.getOrDefault(name, "");
    }

    /** Whether a field that wants a number has none. */
    public boolean isWrong(String name) {
        read();
        return !NUMBER.matcher(mine.get(name)).matches();
    }

    /** What both this person and somebody else have changed, as far as nothing is decided about it. */
    public List<Conflict> getConflicts() {
        return conflicts;
    }

    /** Names of processor architectures. */
    public List<String> getArchitectures() {
        return ARCHITECTURES;
    }
}
