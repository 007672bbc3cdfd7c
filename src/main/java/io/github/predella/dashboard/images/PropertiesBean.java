package io.github.predella.dashboard.images;

import io.github.predella.core.Jsons;
import io.github.predella.dashboard.CurrentPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The custom properties of an image. */
@Named("imageProperties")
@RequestScoped
public class PropertiesBean {

    /** What the service notes itself begins so; nobody else writes it. */
    private static final String OWN = "os_glance_";

    private ImageHeadBean head;
    private CurrentPage page;

    /** For the container's proxy only. */
    protected PropertiesBean() {}

    @Inject
    public PropertiesBean(ImageHeadBean head, CurrentPage page) {
        this.head = head;
        this.page = page;
    }

    /** A property, and whether the service keeps it for itself. */
    public record Row(String name, String value, boolean locked) {}

    /** The properties by name; only those that hold what is looked for. */
    public List<Row> getRows() {
        return head.getImage().details().properties().entrySet().stream()
                .filter(this::isWanted)
                .sorted(Map.Entry.comparingByKey())
                .map(property -> new Row(
                        property.getKey(),
                        property.getValue(),
                        property.getKey().startsWith(OWN)))
                .toList();
    }

    private boolean isWanted(Map.Entry<String, String> property) {
        String wanted = page.query("find");
        return wanted == null
                || (property.getKey() + " " + property.getValue())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** Whether the image has any. */
    public boolean isSome() {
        return !head.getImage().details().properties().isEmpty();
    }

    /** All of them as one object of JSON. */
    public String getJson() {
        var object = Jsons.object();
        head.getImage().details().properties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> object.add(property.getKey(), property.getValue()));
        return object.build().toString();
    }
}
