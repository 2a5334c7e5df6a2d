package sourcebook.library.run;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.fetch.Feeds;
import sourcebook.embed.Embedder;
import sourcebook.index.Generations;
import sourcebook.library.report.KeptQuotes;

/**
 * What a reindex works with and on.
 *
 * @param feeds whose articles lie where the corpus reads those that were fetched
 * @param embedder the model that the generations go by, null for words alone
 */
public record Workplace(
        Corpus corpus,
        Feeds feeds,
        Path state,
        Generations generations,
        @Nullable Embedder embedder,
        KeptQuotes kept,
        Clock clock) {}
