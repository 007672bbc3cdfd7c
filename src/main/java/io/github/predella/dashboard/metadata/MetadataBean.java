package io.github.predella.dashboard.metadata;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Preferences;
import io.github.predella.dashboard.Texts;
import io.github.predella.dashboard.ValueRuleTexts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAttributes;
import io.github.predella.images.ImageService;
import io.github.predella.images.PropertyRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The editor of custom properties. The form holds the whole draft, so that nothing is kept between requests. */
@Named("metadata")
@RequestScoped
public class MetadataBean {

    /** What is longer is left to the API: the form carries every value twice. */
    private static final int LONGEST = 2000;

    private static final int LONGEST_NAME = 255;

    private ImageService images;
    private Changes changes;
    private Submission form;
    private Offer offer;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Texts texts;
    private ValueRuleTexts ruleTexts;
    private Preferences preferences;

    private String refusal = "";
    private Image image;
    private PropertyRights rights;
    private Draft draft;
    private List<Conflict> conflicts = List.of();
    private boolean shown;

    /** For the container's proxy only. */
    protected MetadataBean() {}

    @Inject
    public MetadataBean(
            ImageService images,
            Changes changes,
            Submission form,
            Offer offer,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Texts texts,
            ValueRuleTexts ruleTexts,
            Preferences preferences) {
        this.images = images;
        this.changes = changes;
        this.form = form;
        this.offer = offer;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.texts = texts;
        this.ruleTexts = ruleTexts;
        this.preferences = preferences;
    }

    /**
     * Reads the image, and the draft from the form when there is one.
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
            rights = images.propertyRights(active.caller(), image, offer.names());
            draft = answer.isFormSent() ? Draft.of(form.before(), form.rows(), form.gone()) : Draft.of(open(image));
        }
    }

    /** The custom properties that can be edited here. */
    private Map<String, String> open(Image of) {
        var open = new TreeMap<String, String>();
        of.details().properties().forEach((name, value) -> {
            if (lock(name, value).isEmpty()) {
                open.put(name, value == null ? "" : ValueTexts.normal(value));
            }
        });
        return open;
    }

    private String lock(String name, String value) {
        if (!ImageAttributes.isCustom(name)) {
            return texts.get("metadata.lock.service");
        }
        if (rights.fixed().contains(name)) {
            return texts.get("metadata.lock.protected");
        }
        if (offer.find(name).filter(Known::isReadOnly).isPresent()) {
            return texts.get("metadata.lock.read-only");
        }
        return value != null && value.length() > LONGEST ? texts.get("metadata.lock.long") : "";
    }

    /** Does what the pressed button stands for. */
    public void act() {
        getImage();
        String[] wanted = form.pressed().split(":", 2);
        String about = wanted.length < 2 ? "" : wanted[1];
        switch (wanted[0]) {
            case "plus" ->
                offer.find(about)
                        .filter(known -> whyNot(known).isEmpty())
                        .ifPresent(known -> draft.add(known.name(), known.standard()));
            case "minus" -> draft.remove(about);
            case "undo" -> draft.restore(about);
            case "set" -> draft.set(settable(Presets.sets().getOrDefault(about, Map.of())));
            case "custom" -> addCustom(form.text("custom").strip(), form.text("custom-value"));
            case "show" -> shown = true;
            case "save" -> save();
            default -> {
                // Whoever presses Enter in a field sees what is wrong with it.
            }
        }
        if (conflicts.isEmpty()) {
            conflicts = form.decide(threeWay()).open();
        }
    }

    private Map<String, String> settable(Map<String, String> wanted) {
        var settable = new TreeMap<>(wanted);
        settable.keySet().removeAll(rights.fixed());
        settable.keySet()
                .removeIf(name -> offer.find(name).filter(Known::isReadOnly).isPresent());
        settable.keySet().removeIf(name -> isBarred(name) && !draft.before().containsKey(name));
        return settable;
    }

    private void addCustom(String name, String value) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !ImageAttributes.isCustom(name)) {
            answer.complain(texts.of("metadata.wrong-name", name));
        } else if (image.details().properties().containsKey(name)
                || draft.values().containsKey(name)) {
            answer.complain(texts.of("metadata.there-already", name));
        } else {
            draft.add(name, value);
        }
    }

    private void save() {
        long wrong = getRows().stream()
                .filter(row -> row.isWrong() && row.isChanged())
                .count();
        var decided = form.decide(threeWay());
        conflicts = decided.open();
        if (wrong > 0) {
            answer.complain(texts.of("metadata.some-wrong", wrong));
        } else if (conflicts.isEmpty()) {
            changes.store(image.id(), decided.three(), this::open, "/dashboard/images/" + image.id() + "/metadata");
        }
    }

    private ThreeWay threeWay() {
        return new ThreeWay(draft.before(), draft.mine(), open(image));
    }

    /** The properties as they were first shown, for the form to carry along. */
    public String getBefore() {
        read();
        return ValueTexts.json(draft.before());
    }

    /** The rows that can be edited, and those that cannot. */
    public List<Row> getRows() {
        read();
        var rows = new ArrayList<Row>();
        draft.values()
                .forEach((name, value) -> rows.add(new Row(
                        name,
                        value,
                        draft.before().get(name),
                        draft.isGone(name),
                        rights.kept().contains(name),
                        "",
                        offer.find(name).orElse(null))));
        return rows;
    }

    /** The properties that stay as they are, with the reason for each. */
    public List<Row> getLocked() {
        read();
        return new TreeMap<>(image.details().properties())
                .entrySet().stream()
                        .filter(property ->
                                !lock(property.getKey(), property.getValue()).isEmpty())
                        .map(property -> new Row(
                                property.getKey(),
                                property.getValue(),
                                property.getValue(),
                                false,
                                true,
                                lock(property.getKey(), property.getValue()),
                                null))
                        .toList();
    }

    /** What both this person and somebody else have changed, as far as nothing is decided about it. */
    public List<Conflict> getConflicts() {
        return conflicts;
    }

    /** How many properties would be changed. */
    public int getCount() {
        read();
        return threeWay().changed().size();
    }

    /** The patch that saving would send; null unless it was asked for. */
    public String getPatch() {
        if (!shown) {
            return null;
        }
        var three = form.decide(threeWay()).three();
        return ValueTexts.text(ValueTexts.patch(three.theirs(), three.merged()));
    }

    /** The namespaces that are for images, with what they describe. */
    public List<Group> getGroups() {
        return offer.groups();
    }

    /** What a property means: as its definition says it, unless that is in a language of which pages know a better one. */
    public String about(Known known) {
        String own = "metadata.help." + known.name();
        boolean better = preferences.isChinese() || known.description().isEmpty();
        return better && texts.containsKey(own) ? texts.get(own) : known.description();
    }

    /** Which values a property takes, in a sentence. */
    public String wants(Known known) {
        return known.rules().stream().map(ruleTexts::of).distinct().collect(Collectors.joining(" / "));
    }

    /** Whether the draft has a property. */
    public boolean has(String name) {
        read();
        return (draft.values().containsKey(name) && !draft.isGone(name))
                || rights.fixed().contains(name);
    }

    /** Whether the operator keeps the caller from giving images a property. */
    public boolean isBarred(String name) {
        read();
        return rights.barred().contains(name);
    }

    /** Why a property cannot be added; empty when it can. */
    public String whyNot(Known known) {
        if (known.isReadOnly()) {
            return texts.get("metadata.lock.read-only");
        }
        return isBarred(known.name()) ? texts.get("metadata.lock.protected") : "";
    }

    /** The names of sets of properties that belong together. */
    public List<String> getSets() {
        return List.copyOf(Presets.sets().keySet());
    }

    /** What a set of properties consists of. */
    public String contents(String set) {
        return Presets.sets().get(set).entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
