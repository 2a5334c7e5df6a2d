package sourcebook.index.build;

import java.io.IOException;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.util.IOSupplier;
import sourcebook.index.format.Analysis;

/**
 * When the segments of an index are merged: while it is built at once, and then not again until so much has changed that
 * leaving it would cost more than merging. For one thread.
 */
public final class Merging {
    private static final double BUFFER_MEGABYTES = 64;
    private static final long LOOK_MILLIS = 50;

    /** More than this share of deleted documents is merged away. */
    private static final double MOST_DELETED = 0.1;

    private static final int MOST_SEGMENTS = 12;

    private final boolean changing;
    private final boolean vectors;

    /**
     * A way to merge.
     *
     * @param changing whether the index is one that is there and changes, rather than a new one
     */
    public Merging(boolean changing, boolean vectors) {
        this.changing = changing;
        this.vectors = vectors;
    }

    /** What the index is written with. */
    public IndexWriterConfig configuration() {
        return new IndexWriterConfig(Analysis.analyzer())
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setMergePolicy(changing ? new Never() : tiers())
                .setMergeScheduler(new Quiet())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    /** Nothing is merged or dropped, so that what is taken down as gone is what lies there. */
    private static final class Never extends FilterMergePolicy {
        Never() {
            super(NoMergePolicy.INSTANCE);
        }

        @Override
        public boolean keepFullyDeletedSegment(IOSupplier<CodecReader> reader) {
            return true;
        }
    }

    /** Trouble while merging is kept by the writer, and thrown where it is next used. */
    private static final class Quiet extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable e) {}
    }

    private static MergePolicy tiers() {
        return new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
    }

    /**
     * Merges what is to be merged.
     *
     * @param waiting asked again and again meanwhile
     * @return whether no deleted document is left
     */
    public boolean merge(IndexWriter writer, Ticker waiting) throws IOException {
        if (changing && !due(writer)) {
            return false;
        }
        writer.getConfig().setMergePolicy(tiers());
        begin(writer, false);
        while (writer.hasPendingMerges() || !writer.getMergingSegments().isEmpty()) {
            waiting.at(0);
            pause();
        }
        begin(writer, true);
        return true;
    }

    private static boolean due(IndexWriter writer) throws IOException {
        try (DirectoryReader now = DirectoryReader.open(writer)) {
            return now.numDeletedDocs() > MOST_DELETED * now.maxDoc()
                    || now.leaves().size() > MOST_SEGMENTS;
        }
    }

    /** One segment is searched fastest, and words are merged quickly; graphs of vectors are merged where they must be. */
    private void begin(IndexWriter writer, boolean wait) throws IOException {
        if (vectors) {
            writer.maybeMerge();
            writer.forceMergeDeletes(wait);
        } else {
            writer.forceMerge(1, wait);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the merging of the index was interrupted", e);
        }
    }
}
