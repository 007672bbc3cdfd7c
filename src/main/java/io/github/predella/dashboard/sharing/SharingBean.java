package io.github.predella.dashboard.sharing;

import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.identity.ProjectNames;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImagePatch;
import io.github.predella.images.ImageService;
import io.github.predella.images.Member;
import io.github.predella.images.MemberService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;

/** Who may find an image, and with which projects it is shared. The image is the one that the address names. */
@Named("sharing")
@RequestScoped
public class SharingBean {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    private static final String REMOVE = "remove:";

    private MemberService members;
    private ImageService images;
    private ProjectNames projects;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private List<Row> rows;

    /** For the container's proxy only. */
    protected SharingBean() {}

    @Inject
    public SharingBean(
            MemberService members,
            ImageService images,
            ProjectNames projects,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.members = members;
        this.images = images;
        this.projects = projects;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /**
     * A project with which the image is shared.
     *
     * @param member what the service knows of it
     * @param name of the project, null where it may not be known
     */
    public record Row(Member member, String name) {

        /** Its name, or else its id. */
        public String getTitle() {
            return name == null ? member.project() : name;
        }

        /** The wire name of its answer. */
        public String getStatus() {
            return member.status().wireName();
        }
    }

    /**
     * A way to decide who finds the image.
     *
     * @param name of the visibility on the wire
     * @param action by which the image gets it
     */
    public record Choice(String name, ImageAction action) {}

    /** The visibilities, from the narrowest to the widest. */
    public List<Choice> getChoices() {
        return List.of(
                new Choice("private", ImageAction.MAKE_PRIVATE),
                new Choice("shared", ImageAction.MAKE_SHARED),
                new Choice("community", ImageAction.COMMUNITIZE),
                new Choice("public", ImageAction.PUBLISH));
    }

    /** The projects with which a shared image is shared, as far as the caller may know them; none of any other image. */
    public List<Row> rows(Image image) {
        if (rows == null) {
            rows = image.visibility() == Image.Visibility.SHARED
                    ? named(members.list(active.caller(), image.id()))
                    : List.of();
        }
        return rows;
    }

    private List<Row> named(List<Member> found) {
        var names = projects.names(
                active.visit().token(), found.stream().map(Member::project).toList());
        return found.stream()
                .map(member -> new Row(member, names.get(member.project())))
                .toList();
    }

    /** Does what the pressed button stands for, and shows the page anew. */
    public void act() {
        String wanted = String.valueOf(page.query("do"));
        if (wanted.equals("visibility")) {
            changeVisibility();
        } else if (wanted.equals("add")) {
            add();
        } else if (wanted.startsWith(REMOVE)) {
            remove(wanted.substring(REMOVE.length()));
        }
    }

    private void changeVisibility() {
        String wanted = String.valueOf(page.query("visibility"));
        images.patch(active.caller(), id(), ImagePatch.of(ImagePatch.Verb.REPLACE, "visibility", Jsons.text(wanted)));
        notices.done("sharing.changed", texts.get("states.visibility." + wanted));
        showAnew();
    }

    private void add() {
        String text = page.query("project");
        if (text == null) {
            answer.complain(texts.get("sharing.project-missing"));
            return;
        }
        var named = projects.named(active.visit().token(), text);
        if (named.isEmpty() && !ID.matcher(text).matches()) {
            answer.complain(texts.of("sharing.project-unknown", text));
            return;
        }
        members.add(active.caller(), id(), named.isPresent() ? named.get().id() : text);
        notices.done("sharing.added", text);
        showAnew();
    }

    private void remove(String project) {
        members.remove(active.caller(), id(), project);
        notices.done("sharing.removed", project);
        showAnew();
    }

    private void showAnew() {
        answer.redirect("/dashboard/images/" + id() + "/sharing");
    }

    /** The address to send to the people of a project that the image is offered to. */
    public String invitation(Image image) {
        String address = answer.request().getRequestURL().toString();
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return address.substring(0, path) + "/dashboard/inbox?image=" + image.id();
    }

    private String id() {
        return page.value("id");
    }
}
