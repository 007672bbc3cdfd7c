package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sharing images with other projects (images-api, "Member rules"). Each method is one transaction and throws {@link
 * Fault} NOT_FOUND for an image that does not exist for the caller, FORBIDDEN for an image that is not shared.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class MemberService {

    private MemberRepository members;
    private ImageRepository images;
    private ImageAccess access;
    private ImageLimits limits;
    private Clock clock;

    /** For the container's proxy only. */
    protected MemberService() {}

    @Inject
    public MemberService(
            MemberRepository members, ImageRepository images, ImageAccess access, ImageLimits limits, Clock clock) {
        this.members = members;
        this.images = images;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /** The members that the caller may know of: all for the owner and administrators, otherwise only itself. */
    public List<Member> list(Caller caller, String imageId) {
        var image = visible(caller, imageId);
        requireShared(image);
        access.require(caller, ImagePermission.GET_MEMBERS, image);
        return members.of(imageId).stream()
                .filter(member -> mayKnow(caller, image, member.project()))
                .toList();
    }

    /**
     * With how many projects images are shared, by their ids: of those that are shared at all and whose members the
     * caller may know.
     */
    public Map<String, Integer> counts(Caller caller, Collection<Image> several) {
        var known = several.stream()
                .filter(image -> image.visibility() == Image.Visibility.SHARED)
                .filter(image -> caller.isOf(image.owner()) || access.isAdministrator(caller))
                .filter(image -> access.allows(caller, ImagePermission.GET_MEMBERS, image))
                .map(Image::id)
                .toList();
        return members.counts(known);
    }

    /** What the caller's project has been offered, when, and what it said: by the ids of those of the images. */
    public Map<String, Member> offers(Caller caller, Collection<Image> several) {
        if (caller.project() == null) {
            return Map.of();
        }
        var known = several.stream()
                .filter(image -> image.visibility() == Image.Visibility.SHARED)
                .filter(image -> access.allows(caller, ImagePermission.GET_MEMBER, image))
                .map(Image::id)
                .toList();
        return members.of(caller.project(), known);
    }

    /** One member; whatever keeps the caller from it, the answer is NOT_FOUND. */
    public Member get(Caller caller, String imageId, String project) {
        var image = visible(caller, imageId);
        boolean may = image.visibility() == Image.Visibility.SHARED
                && access.allows(caller, ImagePermission.GET_MEMBER, image)
                && mayKnow(caller, image, project);
        if (!may) {
            throw ImageFaults.unknownMember(project, imageId);
        }
        return member(imageId, project);
    }

    /**
     * Offers an image to a project.
     *
     * @throws Fault CONFLICT when it was offered before, TOO_LARGE past the quota, INVALID for an id that is not 1 to
     *     255 characters long
     */
    @Audited
    public Member add(Caller caller, String imageId, String project) {
        requireWritable(caller);
        var image = visible(caller, imageId);
        requireShared(image);
        access.requireOwnership(caller, ImagePermission.ADD_MEMBER, image);
        requireProjectId(project);
        images.hold(imageId);
        if (members.find(imageId, project).isPresent()) {
            throw ImageFaults.duplicateMember(project, imageId);
        }
        limits.checkMemberCount(members.count(imageId) + 1);
        var now = clock.instant();
        var member = new Member(imageId, project, Member.Status.PENDING, now, now);
        members.insert(member);
        return member;
    }

    /** Says for a project whether it wants the image; the owner cannot say that for others. */
    @Audited
    public Member answer(Caller caller, String imageId, String project, Member.Status status) {
        requireWritable(caller);
        var image = visible(caller, imageId);
        requireShared(image);
        access.require(caller, ImagePermission.GET_MEMBER, image);
        requireKnown(caller, image, project);
        if (caller.isOf(image.owner()) && !access.isAdministrator(caller)) {
            throw Fault.forbidden("The owner of an image cannot answer for the projects it is shared with.");
        }
        access.require(caller, ImagePermission.MODIFY_MEMBER, image);
        var member = member(imageId, project);
        var now = clock.instant();
        if (!members.answer(imageId, project, status, now)) {
            throw ImageFaults.unknownMember(project, imageId);
        }
        return new Member(imageId, project, status, member.createdAt(), now);
    }

    /**
     * What speaks against it that the caller answers for their project to the offer of an image that they have from the
     * list of offers; empty when {@link #answer} would do it.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Refusal> answerRefusal(Caller caller, Image image) {
        return caller.readOnly()
                ? Optional.of(Refusal.of(Refusal.Reason.READ_ONLY))
                : access.refusal(caller, ImagePermission.GET_MEMBER, image)
                        .or(() -> access.refusal(caller, ImagePermission.MODIFY_MEMBER, image));
    }

    /** Stops sharing with a project. */
    @Audited
    public void remove(Caller caller, String imageId, String project) {
        requireWritable(caller);
        var image = visible(caller, imageId);
        requireShared(image);
        access.require(caller, ImagePermission.GET_MEMBER, image);
        access.requireOwnership(caller, ImagePermission.DELETE_MEMBER, image);
        if (!members.delete(imageId, project, clock.instant())) {
            throw ImageFaults.unknownMember(project, imageId);
        }
    }

    private Image visible(Caller caller, String imageId) {
        return access.find(caller, imageId);
    }

    private static void requireShared(Image image) {
        if (image.visibility() != Image.Visibility.SHARED) {
            throw ImageFaults.notShared();
        }
    }

    private Member member(String imageId, String project) {
        return members.find(imageId, project).orElseThrow(() -> ImageFaults.unknownMember(project, imageId));
    }

    private void requireKnown(Caller caller, Image image, String project) {
        if (!mayKnow(caller, image, project)) {
            throw ImageFaults.unknownMember(project, image.id());
        }
    }

    private boolean mayKnow(Caller caller, Image image, String project) {
        return caller.isOf(image.owner()) || caller.isOf(project) || access.isAdministrator(caller);
    }

    private static void requireProjectId(String project) {
        if (project.isEmpty() || project.length() > 255) {
            throw Fault.invalid("A member is the id of a project: 1 to 255 characters.");
        }
        ImageRules.checkText("member", project);
    }

    private static void requireWritable(Caller caller) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
    }
}
