package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.MemberRepository;
import io.github.predella.testing.TestingDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The tables of one database for the tests of one class, empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerTables {

    private final Dialect dialect;
    private TestingDatabase database;

    LedgerTables(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeAll
    void open() {
        database = TestingDatabase.of(dialect);
    }

    @AfterAll
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void empty() {
        in(() -> {
            List.of(
                            "image_locations",
                            "image_members",
                            "image_properties",
                            "image_tags",
                            "images",
                            "predella_bin",
                            "predella_uploads",
                            "predella_nodes")
                    .forEach(table -> database.rows()
                            .createNativeQuery("DELETE FROM " + table)
                            .executeUpdate());
            return null;
        });
    }

    TestingDatabase database() {
        return database;
    }

    public ImageRepository images() {
        return new JpaImageRepository(database.rows(), dialect);
    }

    public MemberRepository members() {
        return new JpaMemberRepository(database.rows());
    }

    public <T> T in(Supplier<T> work) {
        return database.in(work);
    }
}
