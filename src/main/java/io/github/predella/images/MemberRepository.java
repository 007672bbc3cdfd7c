package io.github.predella.images;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored memberships of images. Every method wants a running transaction of the caller's and joins it. */
public interface MemberRepository {

    /** All members of an image, oldest first. */
    List<Member> of(String imageId);

    Optional<Member> find(String imageId, String project);

    /** How many members an image has. */
    int count(String imageId);

    /** How many members each of the images has, by their ids; one without any is left out. */
    Map<String, Integer> counts(Collection<String> imageIds);

    /** The memberships of a project in those of the images that are shared with it, by the ids of the images. */
    Map<String, Member> of(String project, Collection<String> imageIds);

    /** Stores a new member; a former membership of the same project is revived. */
    void insert(Member member);

    /** Changes the status of a member; false when there is no such member. */
    boolean answer(String imageId, String project, Member.Status status, Instant when);

    /** Ends a membership; false when there is none. */
    boolean delete(String imageId, String project, Instant when);
}
