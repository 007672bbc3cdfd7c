package io.github.predella.dashboard.admin;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.TextIn;
import io.github.predella.images.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of images where only their ids are known, and the images that somebody means by a name. */
@RequestScoped
public class NamedImages {

    private ImageService images;
    private ActiveCaller active;

    /** For the container's proxy only. */
    protected NamedImages() {}

    @Inject
    public NamedImages(ImageService images, ActiveCaller active) {
        this.images = images;
        this.active = active;
    }

    /** The names by their ids; what has none, and what the person does not see, is left out. */
    Map<String, String> names(Collection<String> ids) {
        var names = new HashMap<String, String>();
        where(Field.ID, List.copyOf(ids), ids.size()).forEach(image -> {
            String name = image.details().name();
            if (name != null && !name.isEmpty()) {
                names.put(image.id(), name);
            }
        });
        return names;
    }

    /** The images that have an id or a name; no more than two, since one is meant. */
    List<Image> meant(String idOrName) {
        try {
            return List.of(images.get(active.caller(), idOrName));
        } catch (Fault fault) {
            if (fault.kind() != Fault.Kind.NOT_FOUND) {
                throw fault;
            }
            return where(Field.NAME, List.of(idOrName), 2);
        }
    }

    /** The hidden images too, which are a list of their own. */
    private List<Image> where(Field field, List<String> values, int most) {
        if (values.isEmpty()) {
            return List.of();
        }
        return Stream.of(false, true)
                .map(hidden -> new ImageQuery(
                        List.of(new TextIn(field, values)),
                        Audience.everybody(),
                        hidden,
                        ImageQuery.completed(List.of(), false),
                        new PageRequest(most, null)))
                .flatMap(query -> images.list(active.caller(), query).items().stream())
                .limit(most)
                .toList();
    }
}
