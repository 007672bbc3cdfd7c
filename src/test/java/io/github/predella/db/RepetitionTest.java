package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

    private final List<Integer> pauses = new ArrayList<>();
    private final Repetition repetition = new Repetition(pauses::add);
    private final AtomicInteger calls = new AtomicInteger();

    private Object fail(int times, RuntimeException failure) throws Exception {
        return repetition.run(() -> {
            if (calls.incrementAndGet() <= times) {
                throw failure;
            }
            return "done";
        });
    }

    private static RuntimeException withState(String state) {
        return new PersistenceException(new IllegalStateException(new SQLException("no", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "40XL1", "40XL2", "23505", "23000"})
    void whatLostIsTriedAgain(String state) throws Exception {
        assertEquals("done", fail(2, withState(state)));

        assertEquals(3, calls.get());
        assertEquals(List.of(1, 2), pauses);
    }

    @Test
    void aCommitThatWasRolledBackIsTriedAgain() throws Exception {
        var failure = new TransactionalException("at commit", new RollbackException("marked"));

        assertEquals("done", fail(1, failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42000", "22001", "08006", "HY000"})
    void whatFailsForAnotherReasonFailsAtOnce(String state) {
        var failure = withState(state);

        assertSame(failure, assertThrows(PersistenceException.class, () -> fail(1, failure)));
        assertEquals(1, calls.get());
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThrows(Fault.class, () -> fail(1, Fault.forbidden("no")));

        assertEquals(1, calls.get());
        assertEquals(List.of(), pauses);
    }

    @Test
    void whoLosesEveryTimeIsToldSo() {
        var fault = assertThrows(Fault.class, () -> fail(100, withState("40001")));

        assertEquals(Fault.Kind.CONFLICT, fault.kind());
        assertEquals(6, calls.get());
    }

    @Test
    void aFailureThatIsItsOwnCauseEnds() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);

        assertThrows(IllegalStateException.class, () -> fail(1, second));
    }
}
