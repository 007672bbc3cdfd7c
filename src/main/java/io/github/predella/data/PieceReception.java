package io.github.predella.data;

import io.github.predella.flow.ByteStage;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Pipeline;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;

/**
 * Receives one piece of an upload session into its file. What has reached the device is noted again and again, so that
 * even of a piece that never ends little has to be sent twice. A piece with a checksum is taken as a whole or not at all.
 */
final class PieceReception {

    /** After so many bytes what has arrived is made sure of. */
    private static final long STRIDE = 64L * 1024 * 1024;

    private static final Duration LOOK_ROUND = Duration.ofSeconds(5);

    private final UploadSession session;
    private final SessionFile file;
    private final UploadSessionRecordService records;
    private final Clock clock;
    private long noted;

    PieceReception(UploadSession session, SessionFile file, UploadSessionRecordService records, Clock clock) {
        this.session = session;
        this.file = file;
        this.records = records;
        this.clock = clock;
        this.noted = session.received();
    }

    void receive(UploadPiece piece, InputStream body) {
        if (piece.checksum().isPresent()) {
            receiveWhole(piece.checksum().get(), body);
        } else {
            receiveWhatComes(body);
        }
    }

    private void receiveWhole(UploadPiece.Checksum checksum, InputStream body) {
        MessageDigest computed = new DigestAlgorithm(checksum.algorithm()).digest();
        try {
            pump(body, computed::update);
        } catch (IOException cut) {
            throw DataFaults.cutShort();
        }
        if (!checksum.isOf(computed)) {
            throw DataFaults.chunkDiffers();
        }
        note();
    }

    private void receiveWhatComes(InputStream body) {
        try {
            pump(body, (chunk, from, count) -> {
                if (file.end() - noted >= STRIDE) {
                    note();
                }
            });
            note();
        } catch (IOException cut) {
            note();
            throw DataFaults.cutShort();
        }
    }

    private void pump(InputStream body, ByteStage last) throws IOException {
        var stages = Pipeline.of(
                new SizeLimit(session.length() - session.received(), () -> DataFaults.overLength(session.length())),
                file,
                last);
        Pump.metered(ProgressMeter.open())
                .asking(() -> records.touch(session), LOOK_ROUND, clock)
                .run(body, stages);
    }

    /** Makes sure of what has arrived. */
    private void note() {
        long end = file.end();
        if (end > noted) {
            file.flush();
            records.advance(session, noted, end);
            noted = end;
        }
    }
}
