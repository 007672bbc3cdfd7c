package io.github.predella.testing;

import io.github.predella.images.DataLedger;
import io.github.predella.images.DataLedgerContract;
import io.github.predella.images.ImageBin;
import io.github.predella.images.ImageBinContract;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.ImageRepositoryContract;
import io.github.predella.images.ImageSearchContract;
import io.github.predella.images.MemberRepository;
import io.github.predella.images.MemberRepositoryContract;
import io.github.predella.jobs.NodeBeats;
import io.github.predella.jobs.NodeBeatsContract;
import io.github.predella.quota.UsageReader;
import io.github.predella.quota.UsageReaderContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** The ledger on the heap earns its place in the tests of other rooms. */
class MemoryImageLedgerTest {

    private final MemoryMemberRepository members = new MemoryMemberRepository();
    private final MemoryImageRepository images = new MemoryImageRepository(members);

    abstract class OnHeap {

        public ImageRepository images() {
            return images;
        }

        public MemberRepository members() {
            return members;
        }

        public <T> T in(Supplier<T> work) {
            return work.get();
        }
    }

    @Nested
    class SingleImages extends OnHeap implements ImageRepositoryContract {}

    @Nested
    class Lists extends OnHeap implements ImageSearchContract {}

    @Nested
    class Members extends OnHeap implements MemberRepositoryContract {}

    @Nested
    class Data extends OnHeap implements DataLedgerContract {

        private final MemoryDataLedger data = new MemoryDataLedger(images);

        @Override
        public DataLedger data() {
            return data;
        }
    }

    @Nested
    class Bin extends OnHeap implements ImageBinContract {

        private final MemoryDataLedger data = new MemoryDataLedger(images);
        private final MemoryImageBin bin = new MemoryImageBin(images, data);

        @Override
        public DataLedger data() {
            return data;
        }

        @Override
        public ImageBin bin() {
            return bin;
        }
    }

    @Nested
    class Figures extends OnHeap implements UsageReaderContract {

        private final MemoryDataLedger data = new MemoryDataLedger(images);
        private final MemoryUsageReader usage = new MemoryUsageReader(images, data);

        @Override
        public DataLedger data() {
            return data;
        }

        @Override
        public UsageReader usage() {
            return usage;
        }
    }

    @Nested
    class Beats extends OnHeap implements NodeBeatsContract {

        private final MemoryNodeBeats beats = new MemoryNodeBeats();

        @Override
        public NodeBeats beats() {
            return beats;
        }
    }
}
