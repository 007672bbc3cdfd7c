package io.github.predella.dashboard.images;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImportMarks;
import io.github.predella.imports.ImportService;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The tasks of an image. */
@Named("imageTasks")
@RequestScoped
public class ImageTasksBean {

    private ImageHeadBean head;
    private ActiveCaller active;
    private TaskService tasks;
    private ImportService imports;
    private FacesAnswer answer;
    private Notices notices;
    private List<Row> rows;

    /** For the container's proxy only. */
    protected ImageTasksBean() {}

    @Inject
    public ImageTasksBean(
            ImageHeadBean head,
            ActiveCaller active,
            TaskService tasks,
            ImportService imports,
            FacesAnswer answer,
            Notices notices) {
        this.head = head;
        this.active = active;
        this.tasks = tasks;
        this.imports = imports;
        this.answer = answer;
        this.notices = notices;
    }

    /** A task, what it says, and whether the caller may end it from here. */
    public record Row(Task task, TaskWord word, boolean cancellable) {}

    /** The tasks that the caller may know of, latest first. */
    public List<Row> getRows() {
        if (rows == null) {
            var image = head.getImage();
            String holder = ImportMarks.holder(image).orElse("");
            rows = tasks.ofImage(active.caller(), image.id()).stream()
                    .map(task -> new Row(
                            task,
                            TaskWord.of(task, image.content().size()),
                            task.id().equals(holder) && head.may(ImageAction.EDIT)))
                    .toList();
        }
        return rows;
    }

    /** Ends the import that is at work. */
    public void cancel() {
        imports.cancel(active.caller(), head.getId());
        notices.done("images.import-ends", "");
        answer.redirect(head.address("/tasks"));
    }
}
