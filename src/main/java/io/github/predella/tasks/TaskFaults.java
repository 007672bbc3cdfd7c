package io.github.predella.tasks;

import io.github.predella.core.Fault;

/** Every refusal about tasks, and every reason that tasks give for a failure, in one place. */
public final class TaskFaults {

    /** What users read about a fault of our own. */
    static final String OUR_FAULT = "Task failed due to Internal Error";

    static final String STOPPED = "The service was stopped while the task ran. It can be started again.";
    static final String NODE_GONE = "The process that ran the task has ended without finishing it.";
    static final String NO_NODE = "No running process of this service can reach the staged data.";
    static final String PLACE_GONE =
            "The process of this service that took the request has ended before its turn came. Please ask again.";
    static final String WAITS_FOR_NODE = "Waits for a process of this service that can reach the staged data.";

    private TaskFaults() {}

    public static Fault unknown(String id) {
        return Fault.notFound("No task found with ID " + id);
    }

    static Fault readOnlyCaller() {
        return Fault.forbidden("You are not authorized to complete this action: the request is read-only.");
    }

    static Fault inputTooLong(int maximum) {
        return Fault.tooLarge("The input of a task is too long: at most " + maximum + " characters are stored.");
    }

    static Fault noSource() {
        return Fault.invalid("The input of an import task must say in 'import_from' where the data is.");
    }

    /** What ends the work when the task is to end early. */
    static Fault endedEarly(String reason) {
        return Fault.conflict(reason);
    }

    /** What ends the work when the task is no longer this process's. */
    static Fault takenAway() {
        return Fault.conflict("The task has been ended or taken over by another process meanwhile.");
    }

    static Fault stopped() {
        return new Fault(Fault.Kind.UNAVAILABLE, STOPPED);
    }

    static String notOffered(Task.Type type) {
        return "Tasks of type " + type.wireName() + " are not offered by this service.";
    }

    static String notForCallers(Task.Type type) {
        return "Tasks of type " + type.wireName() + " are started by the service itself only.";
    }
}
