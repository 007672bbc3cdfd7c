package io.github.predella.imports.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A member of a tar archive in the form of POSIX 1003.1-1988 (ustar), which OVA packages have, with the sizes above 8 GiB
 * that many programs write. Nothing but one header is held in memory, whatever an archive says; the names and sizes that
 * extended headers give are not read.
 *
 * @param name with its directories
 * @param type the type flag
 * @param start where its data begins in the archive
 * @param size bytes of data
 */
record TarMember(String name, char type, long start, long size) {

    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 12;
    private static final int SUM_AT = 148;
    private static final int SUM_DIGITS = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int NAME_LENGTH = 100;
    private static final int PREFIX_LENGTH = 155;
    private static final int OCTAL_BITS = 3;

    /**
     * Reads the header of a member.
     *
     * @param at where it begins
     * @return empty at the end of the archive
     * @throws io.github.predella.core.Fault UNSUPPORTED_TYPE when it is no header of a tar archive
     */
    static Optional<TarMember> at(FileChannel archive, long at) throws IOException {
        byte[] header = block(archive, at);
        if (isZero(header)) {
            return Optional.empty();
        }
        if (!text(header, MAGIC_AT, 5).equals("ustar") || octal(header, SUM_AT, SUM_DIGITS) != sum(header)) {
            throw PluginFaults.incompletePackage();
        }
        String prefix = text(header, PREFIX_AT, PREFIX_LENGTH);
        String name = text(header, 0, NAME_LENGTH);
        var member = new TarMember(
                prefix.isEmpty() ? name : prefix + "/" + name, (char) header[TYPE_AT], at + BLOCK, size(header));
        if (member.size < 0 || member.size > archive.size() - member.start) {
            throw PluginFaults.incompletePackage();
        }
        return Optional.of(member);
    }

    /** Whether it is an ordinary file. */
    boolean isFile() {
        return type == '0' || type == 0;
    }

    /** Where the header of the next member is. */
    long next() {
        return start + (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static byte[] block(FileChannel archive, long at) throws IOException {
        var header = ByteBuffer.allocate(BLOCK);
        while (header.hasRemaining()) {
            if (archive.read(header, at + header.position()) < 0) {
                // Some programs leave out the blocks that mark the end.
                if (header.position() == 0) {
                    return header.array();
                }
                throw new EOFException("the archive is cut short");
            }
        }
        return header.array();
    }

    private static boolean isZero(byte[] header) {
        for (byte one : header) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, UTF_8);
    }

    /** A number that does not fit its digits is written in binary, marked by its first bit. */
    private static long size(byte[] header) {
        if (header[SIZE_AT] >= 0) {
            return octal(header, SIZE_AT, SIZE_DIGITS);
        }
        return ByteBuffer.wrap(header, SIZE_AT + SIZE_DIGITS - Long.BYTES, Long.BYTES)
                .getLong();
    }

    /** -1 for what is no number. */
    private static long octal(byte[] header, int at, int length) {
        long number = 0;
        for (char digit : text(header, at, length).strip().toCharArray()) {
            if (digit < '0' || digit > '7') {
                return -1;
            }
            number = (number << OCTAL_BITS) + digit - '0';
        }
        return number;
    }

    /** Of all bytes, as if those of the sum itself were spaces. */
    private static long sum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM_AT && i < SUM_AT + SUM_DIGITS ? ' ' : header[i] & 0xff;
        }
        return sum;
    }
}
