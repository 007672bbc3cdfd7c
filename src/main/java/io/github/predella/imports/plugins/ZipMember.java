package io.github.predella.imports.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * The only member of a zip archive. Its name means nothing. The archive is read from its beginning to its end, because
 * the directory at its end may be as large as it likes and would have to be held in memory.
 */
final class ZipMember extends InputStream {

    private static final Set<Integer> METHODS = Set.of(
            ZipEntry.STORED, ZipEntry.DEFLATED, ZipMethod.ENHANCED_DEFLATED.getCode(), ZipMethod.BZIP2.getCode());

    private final ZipArchiveInputStream archive;
    private final ZipArchiveEntry member;
    private final CRC32 sum = new CRC32();
    private long size;
    private boolean ended;

    /** @throws io.github.predella.core.Fault when there is no member, or none that can be read */
    ZipMember(InputStream in) throws IOException {
        archive = new ZipArchiveInputStream(in, StandardCharsets.UTF_8.name(), false);
        member = archive.getNextEntry();
        if (member == null
                || member.isDirectory()
                || member.getGeneralPurposeBit().usesEncryption()) {
            throw PluginFaults.notOneMember();
        }
        if (!METHODS.contains(member.getMethod()) || !archive.canReadEntryData(member)) {
            throw PluginFaults.unknownCompression("zip with the method " + member.getMethod());
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = ended ? -1 : archive.read(into, from, count);
        if (read > 0) {
            sum.update(into, from, read);
            size += read;
        } else if (read < 0 && !ended) {
            ended = true;
            verify();
        }
        return read;
    }

    /** Size and sum may stand behind the data, so that only the search for another member finds them. */
    private void verify() throws IOException {
        if (archive.getNextEntry() != null) {
            throw PluginFaults.notOneMember();
        }
        if (member.getSize() != size || member.getCrc() != sum.getValue()) {
            throw new IOException("the member's size or sum differs");
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
