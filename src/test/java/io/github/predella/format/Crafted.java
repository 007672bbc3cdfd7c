package io.github.predella.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Disks made by hand: a zeroed array into which single fields are written. */
final class Crafted {

    private final ByteBuffer bytes;

    private Crafted(int size) {
        bytes = ByteBuffer.allocate(size);
    }

    static Crafted disk(int size) {
        return new Crafted(size);
    }

    Crafted text(int at, String text) {
        bytes.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Crafted bytes(int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            bytes.put(at + i, (byte) values[i]);
        }
        return this;
    }

    Crafted bigShort(int at, int value) {
        bytes.order(ByteOrder.BIG_ENDIAN).putShort(at, (short) value);
        return this;
    }

    Crafted bigInt(int at, long value) {
        bytes.order(ByteOrder.BIG_ENDIAN).putInt(at, (int) value);
        return this;
    }

    Crafted bigLong(int at, long value) {
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(at, value);
        return this;
    }

    Crafted littleShort(int at, int value) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
        return this;
    }

    Crafted littleInt(int at, long value) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(at, (int) value);
        return this;
    }

    Crafted littleLong(int at, long value) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
        return this;
    }

    byte[] array() {
        return bytes.array();
    }

    /** What a watch says, fed in chunks of the given size. */
    static Inspection inspect(byte[] bytes, int chunk) {
        var watch = new FormatWatch();
        for (int from = 0; from < bytes.length; from += chunk) {
            watch.accept(bytes, from, Math.min(chunk, bytes.length - from));
        }
        watch.finish();
        return watch.inspection();
    }

    static Crafted qcow2(int version) {
        return disk(1024).text(0, "QFI\u00fb").bigInt(4, version).bigLong(24, 10L << 30);
    }

    static Crafted vdi() {
        return disk(1024).littleInt(64, 0xBEDA107FL).littleLong(0x170, 3L << 20);
    }

    static Crafted vhd() {
        return disk(2048).text(0, "conectix").bigLong(40, 5L << 20);
    }

    static Crafted luks(int version) {
        return disk(8192).text(0, "LUKS\u00ba\u00be").bigShort(6, version).bigInt(104, 8);
    }

    static Crafted iso() {
        return disk(40_000)
                .bytes(32_768, 1)
                .text(32_769, "CD001")
                .littleInt(32_768 + 80, 19)
                .littleShort(32_768 + 128, 2048);
    }

    /** A disk with one ordinary partition. */
    static Crafted partitioned() {
        return disk(40_000).bytes(446, 0x80, 0, 1, 0, 0x83).littleInt(454, 2048).bytes(510, 0x55, 0xAA);
    }

    /** A disk whose partition table only protects a newer one. */
    static Crafted protective() {
        return disk(40_000).bytes(446, 0, 0, 2, 0, 0xEE).littleInt(454, 1).bytes(510, 0x55, 0xAA);
    }

    static final int VHDX_METADATA = 1 << 20;

    static Crafted vhdx() {
        return disk(3 << 20)
                .text(0, "vhdxfile")
                .text(192 * 1024, "regi")
                .littleInt(192 * 1024 + 8, 2)
                .bytes(192 * 1024 + 16, 0x66, 0x77)
                .bytes(192 * 1024 + 48, 0x06, 0xA2, 0x7C, 0x8B, 0x90, 0x47, 0x9A, 0x4B)
                .bytes(192 * 1024 + 56, 0xB8, 0xFE, 0x57, 0x5F, 0x05, 0x0F, 0x88, 0x6E)
                .littleLong(192 * 1024 + 64, VHDX_METADATA)
                .text(VHDX_METADATA, "metadata")
                .littleShort(VHDX_METADATA + 10, 1)
                .bytes(VHDX_METADATA + 32, 0x24, 0x42, 0xA5, 0x2F, 0x1B, 0xCD, 0x76, 0x48)
                .bytes(VHDX_METADATA + 40, 0xB2, 0x11, 0x5D, 0xBE, 0xD8, 0x3B, 0xF4, 0xB8)
                .littleInt(VHDX_METADATA + 48, 65_536)
                .littleLong(VHDX_METADATA + 65_536, 7L << 30);
    }

    static final String SPARSE_DESCRIPTOR = """
            # Disk DescriptorFile
            version=1
            CID=7a3f2d11
            parentCID=ffffffff
            createType="monolithicSparse"

            # Extent description
            RW 4096 SPARSE "disk.vmdk"

            # The Disk Data Base
            #DDB
            ddb.virtualHWVersion = "4"
            ddb.geometry.cylinders = "4"
            ddb.adapterType = "ide"
            """;

    static Crafted vmdk(String descriptor) {
        return vmdkHeader(disk(64 * 1024), 0).littleLong(56, 26).text(512, descriptor);
    }

    /** The form for streams, whose last three sectors say where everything is. */
    static Crafted streamedVmdk() {
        int end = 64 * 1024;
        Crafted disk = vmdkHeader(vmdkHeader(disk(end), 0), end - 1024)
                .littleLong(56, -1)
                .text(512, SPARSE_DESCRIPTOR.replace("monolithicSparse", "streamOptimized"));
        return disk.littleLong(end - 1536, 1).littleInt(end - 1524, 3).littleLong(end - 1024 + 56, 100);
    }

    private static Crafted vmdkHeader(Crafted disk, int at) {
        return disk.text(at, "KDMV")
                .littleInt(at + 4, 3)
                .littleLong(at + 12, 4096)
                .littleLong(at + 28, 1)
                .littleLong(at + 36, 20);
    }
}
