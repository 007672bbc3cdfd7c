package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.data.StagingSettings;
import io.github.predella.images.Image;
import io.github.predella.images.ImportOffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to import that there are, and those that the operator offers. */
@ApplicationScoped
public class ImportMethods implements ImportOffer {

    private List<String> enabled;
    private Map<String, ImportMethod> known;

    /** For the container's proxy only. */
    protected ImportMethods() {}

    @Inject
    public ImportMethods(StagingSettings settings, @Any Instance<ImportMethod> methods) {
        this(settings.importMethods(), methods.stream());
    }

    ImportMethods(List<String> enabled, Stream<? extends ImportMethod> methods) {
        this.enabled = enabled;
        this.known = methods.collect(Collectors.toMap(ImportMethod::name, Function.identity()));
    }

    @Override
    public List<String> methods() {
        return enabled.stream().filter(known::containsKey).toList();
    }

    /** One that is offered; throws {@link Fault} INVALID for any other. */
    ImportMethod enabled(String name) {
        if (!methods().contains(name)) {
            throw ImportFaults.unknownMethod(name);
        }
        return known.get(name);
    }

    /** The one that brings the data of an image to a further store without being told anything; empty when none can. */
    Optional<ImportMethod> retrying(Image image) {
        return known.values().stream()
                .filter(method -> method.from() == image.status() && method.bringsKeptData())
                .findFirst();
    }

    /** One that has been offered when its task was started. */
    ImportMethod known(String name) {
        var method = known.get(name);
        if (method == null) {
            throw ImportFaults.unknownMethod(name);
        }
        return method;
    }
}
