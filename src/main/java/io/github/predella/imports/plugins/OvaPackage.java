package io.github.predella.imports.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.utils.BoundedSeekableByteChannelInputStream;

/** An OVA package: a tar archive that holds a descriptor and a disk. For one thread. */
final class OvaPackage implements AutoCloseable {

    private static final int MOST_MEMBERS = 1000;
    private static final int MOST_DESCRIPTOR_BYTES = 4 << 20;

    private final FileChannel archive;

    private OvaPackage(FileChannel archive) {
        this.archive = archive;
    }

    static OvaPackage open(Path file) throws IOException {
        return new OvaPackage(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    /**
     * The first descriptor in it.
     *
     * @throws io.github.predella.core.Fault UNSUPPORTED_TYPE when there is none, or as {@link OvfDescriptor#read}
     */
    OvfDescriptor descriptor(Set<String> wanted) throws IOException {
        var member = member(name -> name.toLowerCase(Locale.ROOT).endsWith(".ovf"));
        if (member.size() > MOST_DESCRIPTOR_BYTES) {
            throw PluginFaults.badDescriptor();
        }
        return OvfDescriptor.read(new ByteArrayInputStream(data(member).readAllBytes()), wanted);
    }

    /**
     * The data of a file, until something else is asked of the package.
     *
     * @throws io.github.predella.core.Fault UNSUPPORTED_TYPE when there is no such file
     */
    InputStream data(String file) throws IOException {
        return data(member(file::equals));
    }

    private TarMember member(Predicate<String> named) throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_MEMBERS; i++) {
            var member = TarMember.at(archive, at);
            if (member.isEmpty()) {
                break;
            }
            if (member.get().isFile() && named.test(member.get().name())) {
                return member.get();
            }
            at = member.get().next();
        }
        throw PluginFaults.incompletePackage();
    }

    private InputStream data(TarMember member) {
        return new BoundedSeekableByteChannelInputStream(member.start(), member.size(), archive);
    }
}
