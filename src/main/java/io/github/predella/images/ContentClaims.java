package io.github.predella.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What callers say data is that they have stored themselves, held against what is known of it already. Pure functions
 * but for the configured form; every breach throws a {@link io.github.predella.core.Fault} CONFLICT.
 */
@ApplicationScoped
public class ContentClaims {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final int CHECKSUM_DIGITS = 32;

    private ContentForm form;

    /** For the container's proxy only. */
    protected ContentClaims() {}

    @Inject
    public ContentClaims(ContentForm form) {
        this.form = form;
    }

    /**
     * What is known of an image's data together with a claim about it.
     *
     * @param claim null when there is none
     */
    ImageContent claimed(Image image, GivenLocation.Claim claim) {
        var known = image.content();
        if (claim == null) {
            return known;
        }
        requireForm(claim);
        boolean news = known.hashValue() == null || (known.checksum() == null && claim.checksum() != null);
        if (known.hashValue() != null) {
            requireSame(known.hashAlgorithm(), claim.algorithm());
            requireSame(known.hashValue(), claim.value());
        }
        if (known.checksum() != null && claim.checksum() != null) {
            requireSame(known.checksum(), claim.checksum());
        }
        if (!news) {
            return known;
        }
        if (image.status() != Image.Status.QUEUED) {
            throw ImageFaults.claimTooLate();
        }
        String checksum = claim.checksum() == null ? known.checksum() : lower(claim.checksum());
        return new ImageContent(known.size(), known.virtualSize(), checksum, claim.algorithm(), lower(claim.value()));
    }

    /**
     * What is known of data together with what its store says.
     *
     * @param size bytes, null when the store has not been asked
     */
    ImageContent sized(ImageContent known, Long size) {
        if (size == null) {
            return known;
        }
        if (size > form.mostBytes()) {
            throw ImageFaults.overSizeCap(form.mostBytes());
        }
        if (known.size() != null && !known.size().equals(size)) {
            throw ImageFaults.otherSize();
        }
        return new ImageContent(size, known.virtualSize(), known.checksum(), known.hashAlgorithm(), known.hashValue());
    }

    private void requireForm(GivenLocation.Claim claim) {
        if (claim.checksum() != null && !isHex(claim.checksum(), CHECKSUM_DIGITS)) {
            throw ImageFaults.malformedClaim("checksum");
        }
        if (!claim.algorithm().equals(form.hashAlgorithm())) {
            throw ImageFaults.malformedClaim("os_hash_algo");
        }
        if (!isHex(claim.value(), form.hashDigits())) {
            throw ImageFaults.malformedClaim("os_hash_value");
        }
    }

    private static boolean isHex(String text, int digits) {
        return text.length() == digits && HEX.matcher(text).matches();
    }

    private static void requireSame(String known, String claimed) {
        if (!known.equals(lower(claimed))) {
            throw ImageFaults.otherClaim();
        }
    }

    private static String lower(String hex) {
        return hex.toLowerCase(Locale.ROOT);
    }
}
