package io.github.predella.signatures.barbican;

import io.github.predella.config.Secret;
import io.github.predella.config.Settings;
import io.github.predella.config.TlsFiles;
import io.github.predella.fetch.BoundedBody;
import io.github.predella.signatures.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Certificates that Barbican keeps, as octets or as text. */
@ApplicationScoped
public class BarbicanCertificates implements Certificates {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int SERVER_ERROR = 500;

    /** Everything else in a header could be two headers. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private BarbicanSettings settings;
    private HttpClient client;

    /** For the container's proxy only. */
    protected BarbicanCertificates() {}

    @Inject
    public BarbicanCertificates(BarbicanSettings settings, Settings files) {
        this(settings, files.directory());
    }

    BarbicanCertificates(BarbicanSettings settings, Path directory) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience().toDuration())
                .sslContext(TlsFiles.trusting(settings.authorities(), !settings.verified())
                        .context(directory))
                .build();
    }

    @Override
    public Optional<byte[]> find(String id, Secret token) {
        if (settings.endpoint() == null) {
            return Optional.empty();
        }
        if (token == null || !TOKEN.matcher(token.value()).matches()) {
            throw BarbicanFaults.noToken();
        }
        var answer = get(id, token, "application/octet-stream");
        if (answer.statusCode() == NOT_ACCEPTABLE) {
            // A secret is handed out in the form only in which it was put in.
            answer = get(id, token, "text/plain");
        }
        return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
    }

    @Override
    public Optional<String> described() {
        return Optional.ofNullable(settings.endpoint()).map(URI::toString);
    }

    private HttpResponse<byte[]> get(String id, Secret token, String form) {
        var request = HttpRequest.newBuilder(settings.payload(id))
                .header("Accept", form)
                .header("X-Auth-Token", token.value())
                .build();
        var answer = client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            var whole = answer.get(settings.patience().value(), TimeUnit.SECONDS);
            if (whole.statusCode() >= SERVER_ERROR) {
                throw BarbicanFaults.unavailable("it answers " + whole.statusCode());
            }
            return whole;
        } catch (TimeoutException tooLong) {
            throw BarbicanFaults.unavailable("no answer in time");
        } catch (ExecutionException failure) {
            throw BarbicanFaults.unavailable(String.valueOf(failure.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw BarbicanFaults.unavailable("interrupted");
        } finally {
            answer.cancel(true);
        }
    }
}
