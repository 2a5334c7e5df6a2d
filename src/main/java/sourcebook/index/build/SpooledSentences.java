package sourcebook.index.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sourcebook.index.format.Documents;

/** Embeds the sentences of the articles that wait, so many together. For one thread. */
public final class SpooledSentences {
    /** Keeps all processors busy and the memory bounded. */
    private static final int TOGETHER = 512;

    private final SentenceVectors vectors;
    private final Ticker progress;
    private final List<String> waiting = new ArrayList<>();
    private long done;

    /** With {@code progress} told how many sentences were gone through. */
    public SpooledSentences(SentenceVectors vectors, Ticker progress) {
        this.vectors = vectors;
        this.progress = progress;
    }

    /** Makes the vectors that are not there yet. */
    public void embed(Spool spool) throws IOException {
        spool.forEach((article, passages) -> {
            passages.forEach(passage ->
                    passage.sentences().forEach(sentence -> waiting.add(Documents.embedded(article, sentence))));
            if (waiting.size() >= TOGETHER) {
                make();
            }
        });
        make();
    }

    private void make() throws IOException {
        long before = vectors.made();
        vectors.of(waiting, made -> progress.at(done + made - before));
        done += waiting.size();
        waiting.clear();
        progress.at(done);
    }
}
