package io.github.predella.boot;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The rows of the database without a container, for one thread. */
final class OfflineRows implements AutoCloseable {

    private static final String UNIT = "predella";

    private final EntityManagerFactory factory;
    private final EntityManager rows;

    OfflineRows(DataSource database) {
        factory = Persistence.createEntityManagerFactory(
                UNIT,
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", database,
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF"));
        rows = factory.createEntityManager();
    }

    EntityManager rows() {
        return rows;
    }

    /** Does work in one transaction, which is rolled back when the work throws. */
    <T> T in(Supplier<T> work) {
        var transaction = rows.getTransaction();
        transaction.begin();
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            rows.clear();
        }
    }

    /** The same without a result. */
    void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        rows.close();
        factory.close();
    }
}
