package io.github.predella.testing;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Compressed data. */
public final class Packed {

    private static final int CHUNK = 1024 * 1024;

    private Packed() {}

    @FunctionalInterface
    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    /** Data in one of the forms gzip, xz, bzip2, zstd and lz4. */
    public static byte[] as(String form, byte[] data) {
        return pack(packing(form), out -> out.write(data));
    }

    /** So many MiB of zeros in one of these forms. */
    public static byte[] zeros(String form, int mib) {
        return pack(packing(form), out -> {
            for (int i = 0; i < mib; i++) {
                out.write(new byte[CHUNK]);
            }
        });
    }

    /** A zip archive with such members. */
    public static byte[] zip(byte[]... members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i++) {
                zip.putNextEntry(new ZipEntry("../../member" + i));
                zip.write(members[i]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Packing packing(String form) {
        return switch (form) {
            case "gzip" -> GZIPOutputStream::new;
            case "xz" -> XZCompressorOutputStream::new;
            case "bzip2" -> BZip2CompressorOutputStream::new;
            case "zstd" -> ZstdOutputStream::new;
            case "lz4" -> FramedLZ4CompressorOutputStream::new;
            case "zip" ->
                out -> {
                    var zip = new ZipOutputStream(out);
                    zip.putNextEntry(new ZipEntry("disk"));
                    return zip;
                };
            default -> throw new IllegalArgumentException(form);
        };
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] pack(Packing packing, Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(bytes)) {
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
