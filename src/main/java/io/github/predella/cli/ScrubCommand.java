package io.github.predella.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes kept data now, or brings an image back, as the reference's scrubber does. */
@Command(
        name = "scrub",
        description = {
            "Remove the kept data of deleted images whose time is over, once.",
            "The service does the same by itself; see [DEFAULT] delayed_delete, scrub_time, wakeup_time."
        })
final class ScrubCommand implements Callable<Integer> {

    private final CommandParts parts;
    private final PrintWriter out;

    @Option(names = "--restore", paramLabel = "ID", description = "take the deletion of this image back instead")
    String image;

    ScrubCommand(CommandParts parts, PrintWriter out) {
        this.parts = parts;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (image != null) {
            if (!parts.restore(image)) {
                throw new CommandProblem("there is no deleted image " + image + " whose data is kept as a whole");
            }
            out.println("Image " + image + " is restored.");
        } else {
            if (!parts.scrub()) {
                throw new CommandProblem("a node of the service does the same at this time, or has just done it");
            }
            out.println("Kept data whose time is over was removed.");
        }
        return 0;
    }
}
