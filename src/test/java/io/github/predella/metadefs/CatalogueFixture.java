package io.github.predella.metadefs;

import io.github.predella.core.Jsons;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.testing.MemoryCatalogue;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.ToldNotices;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The catalogue with its services, on the heap and with the default rules. */
final class CatalogueFixture {

    final TestingClock clock = new TestingClock();
    final MemoryCatalogue rows = new MemoryCatalogue();
    final ToldNotices told = new ToldNotices();
    final NamespaceService namespaces;
    final ObjectService objects;
    final PropertyService properties;
    final TagService tags;
    final ResourceTypeService types;
    final DefinitionService definitions;
    final DefinitionImportService imports;

    CatalogueFixture() {
        var rules = new CurrentRules(
                new PolicyFile(Path.of("target", "no-rules"), "policy.yaml", List.of()),
                List.of(MetadefPermission.values()),
                new PolicyRules.Reading(true, "default"),
                clock);
        var access = new NamespaceAccess(new Enforcer(rules), rows);
        var catalogue = new Catalogue(rows, rows.types(), rows.objects(), rows.properties(), rows.tags(), clock);
        var notices = new MetadefNotices(told.notifications(), clock);
        namespaces = new NamespaceService(rows, catalogue, access, notices, clock);
        objects = new ObjectService(rows.objects(), access, notices, clock);
        properties = new PropertyService(rows.properties(), rows.types(), access, notices, clock);
        tags = new TagService(rows.tags(), access, notices, clock);
        types = new ResourceTypeService(rows.types(), access, notices, clock);
        imports = new DefinitionImportService(rows, namespaces, types, objects, properties, tags);
        definitions = new DefinitionService(rows, rows.types(), catalogue, new Once(), clock);
    }

    /** A note that one process keeps. */
    private static final class Once implements FirstLoad {

        private final AtomicBoolean claimed = new AtomicBoolean();

        @Override
        public boolean claim(Instant now) {
            return claimed.compareAndSet(false, true);
        }
    }

    static JsonObject json(String text) {
        try (var reader = Jsons.reader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    /** A definition in JSON with single quotes, of the project {@code p1} where it does not say. */
    static Definition definition(String text) {
        return DefinitionReader.definition(json(text), "p1");
    }

    /** Stores a definition, whoever could. */
    Definition store(String text) {
        definitions.load(definition(text), LoadMode.SKIP);
        return definitions.find(json(text).getString("namespace")).orElseThrow();
    }
}
