package io.github.predella.testing;

import io.github.predella.images.Member;
import io.github.predella.images.MemberRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Memberships in a map. */
public final class MemoryMemberRepository implements MemberRepository {

    private record Key(String imageId, String project) {}

    private final Map<Key, Member> members = new LinkedHashMap<>();

    Stream<Member> all() {
        return members.values().stream();
    }

    @Override
    public List<Member> of(String imageId) {
        return members.values().stream()
                .filter(member -> member.imageId().equals(imageId))
                .toList();
    }

    @Override
    public Optional<Member> find(String imageId, String project) {
        return Optional.ofNullable(members.get(new Key(imageId, project)));
    }

    @Override
    public int count(String imageId) {
        return of(imageId).size();
    }

    @Override
    public Map<String, Integer> counts(Collection<String> imageIds) {
        return members.values().stream()
                .filter(member -> imageIds.contains(member.imageId()))
                .collect(Collectors.toMap(Member::imageId, member -> 1, Integer::sum));
    }

    @Override
    public Map<String, Member> of(String project, Collection<String> imageIds) {
        return members.values().stream()
                .filter(member -> member.project().equals(project) && imageIds.contains(member.imageId()))
                .collect(Collectors.toMap(Member::imageId, member -> member));
    }

    @Override
    public void insert(Member member) {
        members.put(new Key(member.imageId(), member.project()), member);
    }

    @Override
    public boolean answer(String imageId, String project, Member.Status status, Instant when) {
        return members.computeIfPresent(
                        new Key(imageId, project),
                        (key, before) -> new Member(imageId, project, status, before.createdAt(), when))
                != null;
    }

    @Override
    public boolean delete(String imageId, String project, Instant when) {
        return members.remove(new Key(imageId, project)) != null;
    }

    /** Takes all members of an image away and returns them. */
    List<Member> deleteAll(String imageId) {
        var gone = of(imageId);
        members.keySet().removeIf(key -> key.imageId().equals(imageId));
        return gone;
    }
}
