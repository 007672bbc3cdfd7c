package io.github.predella.images.db;

import io.github.predella.db.RowTimes;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row of the table {@code images}. All times are UTC. */
@Entity
@Table(name = "images")
class ImageRow {

    @Id
    String id;

    String name;
    Long size;
    String status;

    @Column(name = "created_at")
    LocalDateTime createdAt;

    @Column(name = "updated_at")
    LocalDateTime updatedAt;

    @Column(name = "deleted_at")
    LocalDateTime deletedAt;

    boolean deleted;

    @Column(name = "disk_format")
    String diskFormat;

    @Column(name = "container_format")
    String containerFormat;

    String checksum;

    @Column(name = "os_hash_algo")
    String hashAlgorithm;

    @Column(name = "os_hash_value")
    String hashValue;

    String owner;

    @Column(name = "min_disk")
    int minDisk;

    @Column(name = "min_ram")
    int minRam;

    @Column(name = "protected")
    boolean isProtected;

    @Column(name = "virtual_size")
    Long virtualSize;

    String visibility;

    @Column(name = "os_hidden")
    boolean hidden;

    /** The row of a new image. */
    static ImageRow of(Image image) {
        var details = image.details();
        var row = new ImageRow();
        row.id = image.id();
        row.status = image.status().wireName();
        row.createdAt = RowTimes.utc(image.createdAt());
        row.updatedAt = RowTimes.utc(image.updatedAt());
        row.name = details.name();
        row.visibility = details.visibility().wireName();
        row.isProtected = details.isProtected();
        row.hidden = details.hidden();
        row.owner = details.owner();
        row.diskFormat = details.diskFormat();
        row.containerFormat = details.containerFormat();
        row.minDisk = details.minDisk();
        row.minRam = details.minRam();
        row.size = image.content().size();
        row.virtualSize = image.content().virtualSize();
        row.checksum = image.content().checksum();
        row.hashAlgorithm = image.content().hashAlgorithm();
        row.hashValue = image.content().hashValue();
        return row;
    }

    Image toImage(ImageParts parts) {
        var details = new ImageDetails(
                name,
                Image.Visibility.of(visibility),
                isProtected,
                hidden,
                owner,
                diskFormat,
                containerFormat,
                minDisk,
                minRam,
                parts.tags,
                parts.properties);
        return new Image(
                id,
                Image.Status.of(status),
                details,
                new ImageContent(size, virtualSize, checksum, hashAlgorithm, hashValue),
                parts.locations(),
                RowTimes.instant(createdAt),
                RowTimes.instant(updatedAt == null ? createdAt : updatedAt));
    }

    /** What of an image may change after its creation, by the name of the field that holds it. */
    static Map<String, Object> changeable(Image image) {
        var details = image.details();
        var content = image.content();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("status", image.status().wireName());
        fields.put("name", details.name());
        fields.put("visibility", details.visibility().wireName());
        fields.put("isProtected", details.isProtected());
        fields.put("hidden", details.hidden());
        fields.put("owner", details.owner());
        fields.put("diskFormat", details.diskFormat());
        fields.put("containerFormat", details.containerFormat());
        fields.put("minDisk", details.minDisk());
        fields.put("minRam", details.minRam());
        fields.put("size", content.size());
        fields.put("virtualSize", content.virtualSize());
        fields.put("checksum", content.checksum());
        fields.put("hashAlgorithm", content.hashAlgorithm());
        fields.put("hashValue", content.hashValue());
        return fields;
    }
}
