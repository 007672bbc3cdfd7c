package io.github.predella.signatures;

import io.github.predella.core.Fault;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the properties of an image say about its signature.
 *
 * @param base64 the signature, which can be decoded
 * @param hash what was signed of the data
 * @param certificate id of the signer's certificate, a UUID in lower case
 */
record SignatureClaim(String base64, SignatureHash hash, SignatureKeyType keyType, String certificate) {

    private static final String SIGNATURE = "img_signature";
    private static final String HASH_METHOD = "img_signature_hash_method";
    private static final String KEY_TYPE = "img_signature_key_type";
    private static final String CERTIFICATE = "img_signature_certificate_uuid";

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Reads properties; empty unless all four are there, since less than that does not claim anything.
     *
     * @throws Fault INVALID when they say something that cannot be
     */
    static Optional<SignatureClaim> of(Map<String, String> properties) {
        return properties.keySet().containsAll(List.of(SIGNATURE, HASH_METHOD, KEY_TYPE, CERTIFICATE))
                ? Optional.of(new SignatureClaim(
                        base64(properties.get(SIGNATURE)),
                        hash(properties.get(HASH_METHOD)),
                        keyType(properties.get(KEY_TYPE)),
                        id(properties.get(CERTIFICATE))))
                : Optional.empty();
    }

    byte[] signature() {
        return decoded(base64);
    }

    private static String base64(String text) {
        String base64 = String.valueOf(text);
        try {
            decoded(base64);
            return base64;
        } catch (IllegalArgumentException garbled) {
            throw SignatureFaults.notBase64();
        }
    }

    /** Tools write base64 in lines, and the reference passes over what ends them. */
    private static byte[] decoded(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static SignatureHash hash(String name) {
        return SignatureHash.named(name)
                .orElseThrow(() -> SignatureFaults.unknownHash(name, SignatureHash.wireNames()));
    }

    private static SignatureKeyType keyType(String name) {
        return SignatureKeyType.named(name)
                .orElseThrow(() -> SignatureFaults.unknownKeyType(name, SignatureKeyType.wireNames()));
    }

    private static String id(String text) {
        String id = String.valueOf(text).toLowerCase(Locale.ROOT);
        if (!UUID.matcher(id).matches()) {
            throw SignatureFaults.notAnId(text);
        }
        return id;
    }
}
