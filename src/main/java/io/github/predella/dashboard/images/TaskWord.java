package io.github.predella.dashboard.images;

import io.github.predella.images.Image;
import io.github.predella.tasks.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the latest task of an image tells about it.
 *
 * @param percent how far it has come, 0 to 100; null when that cannot be told
 * @param said in its own words; empty when it says nothing
 * @param failed whether it is over and has failed
 */
public record TaskWord(Integer percent, String said, boolean failed) {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.\\d+)? %");
    private static final Pattern MEBIBYTES = Pattern.compile("(\\d{1,12}) MiB");

    /** The word of the latest of an image's tasks, if it has one. */
    static Optional<TaskWord> latest(List<Task> tasks, Image image) {
        return tasks.stream().findFirst().map(task -> of(task, image.content().size()));
    }

    /**
     * The word of a task.
     *
     * @param size bytes of the image, null when they are unknown
     */
    static TaskWord of(Task task, Long size) {
        boolean failed = task.status() == Task.Status.FAILURE;
        return new TaskWord(task.status().isOver() ? null : percent(task.message(), size), task.message(), failed);
    }

    private static Integer percent(String message, Long size) {
        var told = number(PERCENT, message);
        if (told.isPresent()) {
            return (int) Math.min(100, told.getAsLong());
        }
        var moved = number(MEBIBYTES, message);
        return moved.isPresent() && size != null && size > 0
                ? (int) Math.min(100, (moved.getAsLong() << 20) * 100.0 / size)
                : null;
    }

    private static OptionalLong number(Pattern pattern, String message) {
        var found = pattern.matcher(message);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
