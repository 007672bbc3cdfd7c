package io.github.predella.images;

import io.github.predella.notify.Notifications;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;

/** Stands before the stored memberships and tells other services what is stored. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
@Dependent
abstract class NoticedMembers implements MemberRepository {

    private static final String ANSWERED = "image.member.update";
    private static final String ENDED = "image.member.delete";

    private final MemberRepository members;
    private final Notifications notifications;

    @Inject
    NoticedMembers(@Delegate MemberRepository members, Notifications notifications) {
        this.members = members;
        this.notifications = notifications;
    }

    @Override
    public void insert(Member member) {
        members.insert(member);
        notifications.tell("image.member.create", () -> ImagePayloads.member(member));
    }

    @Override
    public boolean answer(String imageId, String project, Member.Status status, Instant when) {
        boolean answered = members.answer(imageId, project, status, when);
        if (answered && notifications.wants(ANSWERED)) {
            members.find(imageId, project)
                    .ifPresent(member -> notifications.tell(ANSWERED, () -> ImagePayloads.member(member)));
        }
        return answered;
    }

    @Override
    public boolean delete(String imageId, String project, Instant when) {
        var member = notifications.wants(ENDED) ? members.find(imageId, project) : Optional.<Member>empty();
        boolean ended = members.delete(imageId, project, when);
        if (ended) {
            member.ifPresent(one -> notifications.tell(ENDED, () -> ImagePayloads.endedMember(one, when)));
        }
        return ended;
    }
}
