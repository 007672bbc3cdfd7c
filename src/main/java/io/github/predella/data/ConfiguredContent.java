package io.github.predella.data;

import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.images.ContentForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The form of data and digests that the operator has configured. */
@ApplicationScoped
public class ConfiguredContent implements ContentForm {

    private DataSettings settings;

    /** For the container's proxy only. */
    protected ConfiguredContent() {}

    @Inject
    public ConfiguredContent(DataSettings settings) {
        this.settings = settings;
    }

    @Override
    public long mostBytes() {
        return settings.sizeCap();
    }

    @Override
    public String hashAlgorithm() {
        return settings.hashAlgorithm();
    }

    @Override
    public int hashDigits() {
        return new DigestAlgorithm(settings.hashAlgorithm()).hexDigits();
    }
}
