package io.github.predella.quota;

import io.github.predella.core.SafeToRepeat;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Calls a service again whose transaction found limits unknown, once they are known. It stands outside of the
 * transaction, so nothing is held while another server is asked; inside of a transaction that somebody else began, it
 * lets the call fail.
 */
@Interceptor
@SafeToRepeat
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 90)
public class LimitsFirst {

    /** A change concerns two projects at most; the others are for limits that are forgotten again meanwhile. */
    private static final int MOST_QUESTIONS = 5;

    private final Limits limits;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    public LimitsFirst(Limits limits) {
        this.limits = limits;
    }

    @AroundInvoke
    Object repeat(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (int question = 1; ; question++) {
            try {
                return call.proceed();
            } catch (LimitsUnknown unknown) {
                if (question == MOST_QUESTIONS) {
                    throw unknown;
                }
                limits.learn(unknown.project());
            }
        }
    }
}
