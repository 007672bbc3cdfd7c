package io.github.predella.dashboard.sharing;

import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.RefusalTexts;
import io.github.predella.identity.ProjectNames;
import io.github.predella.images.Image;
import io.github.predella.images.ImageCount;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.ImageService;
import io.github.predella.images.Member;
import io.github.predella.images.MemberService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What other projects offer to the one of the caller. */
@RequestScoped
public class Offers {

    private MemberService members;
    private ImageService images;
    private ProjectNames projects;
    private ActiveCaller active;
    private RefusalTexts refusals;

    /** For the container's proxy only. */
    protected Offers() {}

    @Inject
    public Offers(
            MemberService members,
            ImageService images,
            ProjectNames projects,
            ActiveCaller active,
            RefusalTexts refusals) {
        this.members = members;
        this.images = images;
        this.projects = projects;
        this.active = active;
        this.refusals = refusals;
    }

    /**
     * The offers with an answer, newest images first.
     *
     * @param marker the image behind which the page begins, null for the first page
     */
    Page<Offer> page(Member.Status status, int size, String marker) {
        var found = images.list(active.caller(), query(status, new PageRequest(size, marker)));
        return new Page<>(of(found.items()), found.full());
    }

    /** The offer of one image; nothing when it does not exist for the caller or was not offered to their project. */
    Optional<Offer> of(String image) {
        try {
            return of(List.of(images.get(active.caller(), image))).stream().findFirst();
        } catch (Fault unknown) {
            if (unknown.kind() != Fault.Kind.NOT_FOUND) {
                throw unknown;
            }
            return Optional.empty();
        }
    }

    private List<Offer> of(List<Image> found) {
        var offered = members.offers(active.caller(), found);
        var names = projects.names(
                active.visit().token(),
                found.stream().map(Image::owner).filter(owner -> owner != null).toList());
        return found.stream()
                .filter(image -> offered.containsKey(image.id()))
                .map(image -> new Offer(
                        image,
                        offered.get(image.id()),
                        image.owner() == null ? null : names.get(image.owner()),
                        refusal(image)))
                .toList();
    }

    private String refusal(Image image) {
        return members.answerRefusal(active.caller(), image).map(refusals::of).orElse("");
    }

    /**
     * How many offers have that answer.
     *
     * @param atMost at which the counting stops
     */
    ImageCount count(Member.Status status, int atMost) {
        return active.getProjectId() == null
                ? new ImageCount(0, false)
                : images.count(active.caller(), query(status, new PageRequest(0, null)), atMost);
    }

    /** Answers for the project. */
    void answer(String image, Member.Status status) {
        members.answer(active.caller(), image, active.getProjectId(), status);
    }

    private static ImageQuery query(Member.Status status, PageRequest page) {
        var newestFirst = ImageQuery.completed(List.of(new SortKey(Field.CREATED_AT, false)), false);
        return new ImageQuery(List.of(), Audience.offered(status), false, newestFirst, page);
    }
}
