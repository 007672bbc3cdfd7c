package io.github.predella.db;

import io.github.predella.core.SafeToRepeat;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tries a call of a service again when its transaction lost against another one. It stands outside of the interceptor
 * that begins and ends the transaction; inside of a transaction that somebody else began, it lets the call fail, since
 * only the whole can be repeated.
 */
@Interceptor
@SafeToRepeat
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ContentionRetry {

    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 25;

    private final Repetition repetition = new Repetition(ContentionRetry::pause);

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? repetition.run(call::proceed)
                : call.proceed();
    }

    /** Long enough for the winner to end, by chance of different length for two losers. */
    static void pause(int attempts) {
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, LONGEST_MILLIS * attempts);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
