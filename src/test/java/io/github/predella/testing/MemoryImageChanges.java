package io.github.predella.testing;

import io.github.predella.images.Image;
import io.github.predella.images.ImageChanges;
import io.github.predella.images.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has moved in the ledger that is a map. */
public final class MemoryImageChanges implements ImageChanges {

    private final MemoryImageRepository images;
    private final MemoryMemberRepository members;

    public MemoryImageChanges(MemoryImageRepository images, MemoryMemberRepository members) {
        this.images = images;
        this.members = members;
    }

    @Override
    public List<Moment> between(Instant from, Instant to, int most) {
        return images.all()
                .filter(image ->
                        !image.updatedAt().isBefore(from) && image.updatedAt().isBefore(to))
                .sorted(Comparator.comparing(Image::updatedAt))
                .limit(most)
                .map(image -> new Moment(image.id(), image.updatedAt()))
                .toList();
    }

    @Override
    public List<Image> read(Collection<String> ids) {
        return images.all().filter(image -> ids.contains(image.id())).toList();
    }

    @Override
    public Map<String, Set<String>> members(Collection<String> ids) {
        return members.all()
                .filter(member -> ids.contains(member.imageId()))
                .collect(Collectors.groupingBy(
                        Member::imageId, Collectors.mapping(Member::project, Collectors.toSet())));
    }

    @Override
    public Map<String, Long> offers(Collection<String> projects) {
        return members.all()
                .filter(member -> member.status() == Member.Status.PENDING && projects.contains(member.project()))
                .collect(Collectors.groupingBy(Member::project, Collectors.counting()));
    }
}
