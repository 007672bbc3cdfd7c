import java.security.MessageDigest;
import java.util.Random;

/** How fast one thread computes MD5 and SHA-512 over the same bytes in memory, in MB/s; the median of five rounds. */
final class SerialLimit {

    private static final int PIECE = 256 * 1024;
    private static final int PIECES = 4096;

    public static void main(String[] arguments) throws Exception {
        var piece = new byte[PIECE];
        new Random(1).nextBytes(piece);
        var rates = new double[6];
        for (int round = 0; round < rates.length; round++) {
            var md5 = MessageDigest.getInstance("MD5");
            var sha = MessageDigest.getInstance("SHA-512");
            long begun = System.nanoTime();
            for (int i = 0; i < PIECES; i++) {
                md5.update(piece);
                sha.update(piece);
            }
            rates[round] = (double) PIECE * PIECES * 1000 / (System.nanoTime() - begun + md5.digest()[0] * 0L + sha.digest()[0] * 0L);
        }
        // The first round warms up.
        var counted = java.util.Arrays.copyOfRange(rates, 1, rates.length);
        java.util.Arrays.sort(counted);
        System.out.printf("%.0f%n", counted[counted.length / 2]);
    }
}
