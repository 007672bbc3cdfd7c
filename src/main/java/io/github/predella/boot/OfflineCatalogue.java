package io.github.predella.boot;

import io.github.predella.cli.OpenCatalogue;
import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.metadefs.Catalogue;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionDesk;
import io.github.predella.metadefs.DefinitionService;
import io.github.predella.metadefs.LoadMode;
import io.github.predella.metadefs.db.JpaFirstLoad;
import io.github.predella.metadefs.db.JpaNamespaceRepository;
import io.github.predella.metadefs.db.JpaObjectRepository;
import io.github.predella.metadefs.db.JpaPropertyRepository;
import io.github.predella.metadefs.db.JpaResourceTypeRepository;
import io.github.predella.metadefs.db.JpaTagRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The metadata definitions without a container: the same service, each of whose calls is one transaction here too. */
final class OfflineCatalogue implements OpenCatalogue {

    private final OfflineRows rows;
    private final DefinitionDesk desk;

    OfflineCatalogue(SettingsDataSource database) {
        rows = new OfflineRows(database);
        desk = desk(Dialect.of(database.address().jdbcUrl()));
    }

    @Override
    public DefinitionDesk desk() {
        return desk;
    }

    private DefinitionDesk desk(Dialect dialect) {
        var namespaces = new JpaNamespaceRepository(rows.rows(), dialect);
        var types = new JpaResourceTypeRepository(rows.rows());
        var clock = Clock.systemUTC();
        var catalogue = new Catalogue(
                namespaces,
                types,
                new JpaObjectRepository(rows.rows()),
                new JpaPropertyRepository(rows.rows()),
                new JpaTagRepository(rows.rows()),
                clock);
        return new DefinitionService(namespaces, types, catalogue, new JpaFirstLoad(rows.rows()), clock) {
            @Override
            public Outcome load(Definition wanted, LoadMode mode) {
                return rows.in(() -> super.load(wanted, mode));
            }

            @Override
            public void unload() {
                rows.run(super::unload);
            }

            @Override
            public List<String> names() {
                return rows.in(super::names);
            }

            @Override
            public Optional<Definition> find(String name) {
                return rows.in(() -> super.find(name));
            }
        };
    }

    @Override
    public void close() {
        rows.close();
    }
}
