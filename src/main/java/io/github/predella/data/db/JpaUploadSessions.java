package io.github.predella.data.db;

import io.github.predella.core.Jsons;
import io.github.predella.data.UploadSession;
import io.github.predella.data.UploadSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Upload sessions in the table {@code predella_upload_sessions}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaUploadSessions implements UploadSessions {

    private static final String SELECT = "SELECT id, image_id, area, total_bytes, received_bytes, sums, caller,"
            + " import_request, complete, touched_at FROM predella_upload_sessions";

    private Rows rows;

    /** For the container's proxy only. */
    protected JpaUploadSessions() {}

    @Inject
    public JpaUploadSessions(EntityManager rows) {
        this.rows = new Rows(rows);
    }

    @Override
    public void begin(UploadSession session) {
        rows.change("DELETE FROM predella_upload_sessions WHERE image_id = ?", session.imageId());
        String request =
                session.importRequest() == null ? "" : session.importRequest().toString();
        rows.change(
                "INSERT INTO predella_upload_sessions (id, image_id, area, total_bytes, received_bytes, sums, caller,"
                        + " import_request, complete, touched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?)",
                session.id(),
                session.imageId(),
                session.area(),
                session.length(),
                session.received(),
                sumsText(session.sums()),
                CallerText.of(session.caller()),
                request,
                Rows.utc(session.touchedAt()));
    }

    @Override
    public Optional<UploadSession> find(String id) {
        return one(" WHERE id = ?", id);
    }

    @Override
    public Optional<UploadSession> ofImage(String imageId) {
        return one(" WHERE image_id = ?", imageId);
    }

    @Override
    public boolean advance(String id, long from, long to, Instant when) {
        return rows.change(
                        "UPDATE predella_upload_sessions SET received_bytes = ?, touched_at = ?"
                                + " WHERE id = ? AND received_bytes = ?",
                        to,
                        Rows.utc(when),
                        id,
                        from)
                == 1;
    }

    @Override
    public boolean touch(String id, Instant when) {
        return rows.change("UPDATE predella_upload_sessions SET touched_at = ? WHERE id = ?", Rows.utc(when), id) == 1;
    }

    @Override
    public boolean complete(String id) {
        return rows.change("UPDATE predella_upload_sessions SET complete = TRUE WHERE id = ? AND complete = FALSE", id)
                == 1;
    }

    @Override
    public void importAsked(String id) {
        rows.change("UPDATE predella_upload_sessions SET import_request = ? WHERE id = ?", "", id);
    }

    @Override
    public boolean remove(String id) {
        return rows.change("DELETE FROM predella_upload_sessions WHERE id = ?", id) == 1;
    }

    @Override
    public List<UploadSession> incomplete() {
        return rows.find(SELECT + " WHERE complete = FALSE ORDER BY touched_at DESC, id").stream()
                .map(JpaUploadSessions::session)
                .toList();
    }

    @Override
    public List<UploadSession> untouchedSince(Instant time) {
        return rows.find(SELECT + " WHERE touched_at < ? ORDER BY id", Rows.utc(time)).stream()
                .map(JpaUploadSessions::session)
                .toList();
    }

    @Override
    public List<UploadSession> inArea(String area) {
        return rows.find(SELECT + " WHERE area = ? ORDER BY id", area).stream()
                .map(JpaUploadSessions::session)
                .toList();
    }

    private Optional<UploadSession> one(String condition, String value) {
        return rows.find(SELECT + condition, value).stream()
                .map(JpaUploadSessions::session)
                .findFirst();
    }

    private static UploadSession session(Object[] row) {
        String request = (String) row[7];
        return new UploadSession(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                sums((String) row[5]),
                CallerText.read((String) row[6]),
                request.isEmpty() ? null : object(request),
                Boolean.TRUE.equals(row[8]),
                instant(row[9]));
    }

    private static String sumsText(Map<String, String> sums) {
        var object = Jsons.object();
        sums.forEach(object::add);
        return object.build().toString();
    }

    private static Map<String, String> sums(String text) {
        var object = object(text);
        var sums = new HashMap<String, String>();
        object.keySet().forEach(key -> sums.put(key, object.getString(key)));
        return sums;
    }

    private static JsonObject object(String text) {
        try (var reader = Jsons.reader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Drivers differ in what they make of a time. */
    private static Instant instant(Object time) {
        var local = time instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) time;
        return local.toInstant(ZoneOffset.UTC);
    }
}
