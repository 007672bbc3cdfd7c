package io.github.predella.testing;

import io.github.predella.images.ImageChanges;
import io.github.predella.images.ImageChangesContract;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.MemberRepository;
import java.util.function.Supplier;

class MemoryImageChangesTest implements ImageChangesContract {

    private final MemoryMemberRepository members = new MemoryMemberRepository();
    private final MemoryImageRepository images = new MemoryImageRepository(members);

    @Override
    public ImageChanges changes() {
        return new MemoryImageChanges(images, members);
    }

    @Override
    public ImageRepository images() {
        return images;
    }

    @Override
    public MemberRepository members() {
        return members;
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
