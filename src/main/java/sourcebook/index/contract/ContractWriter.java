package sourcebook.index.contract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import sourcebook.index.format.Analysis;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.audience.Audience;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Source;

/**
 * Writes the contracts of a draft into a folder within it, always from scratch. A contract whose sources are for different
 * audiences is kept once for each, with what those see of it who see that audience beside what is public. For one thread.
 */
public final class ContractWriter implements Closeable {
    /** Of the folder within a generation. */
    public static final String FOLDER = "contracts";

    /** The key in the commit data. */
    static final String ASKED = "asked";

    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final IndexWriter writer;
    private final ContractCodec.Articles articles;
    private final Map<String, Audience> audiences = new HashMap<>();
    private int contracts;
    private String asked = "";

    /** Says what an article is, whose quotes are facts' sources. */
    public interface Articles extends ContractCodec.Articles {}

    public ContractWriter(Path draft, Articles articles) throws IOException {
        this.articles = articles;
        this.directory = FSDirectory.open(folder(draft));
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Analysis.analyzer())
                        .setOpenMode(OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setCommitOnClose(false));
    }

    static Path folder(Path generation) {
        return generation.resolve(FOLDER);
    }

    /** Adds a contract; its id must be new. One of which nothing is stated, for its sources were refused, is left out. */
    public void add(Contract contract) throws IOException {
        if (contract.facts().isEmpty()) {
            return;
        }
        Map<Audience, List<Fact>> byAudience = new LinkedHashMap<>();
        for (Fact fact : contract.facts()) {
            byAudience
                    .computeIfAbsent(audience(fact), audience -> new ArrayList<>())
                    .add(fact);
        }
        List<Fact> open = byAudience.getOrDefault(Audience.PUBLIC, List.of());
        byAudience.remove(Audience.PUBLIC);
        if (!open.isEmpty()) {
            write(contract, open, Audience.PUBLIC, byAudience.keySet());
        }
        for (Map.Entry<Audience, List<Fact>> more : byAudience.entrySet()) {
            List<Fact> both = new ArrayList<>(open);
            both.addAll(more.getValue());
            write(contract, both, more.getKey(), Set.of());
        }
        contracts++;
    }

    private void write(Contract contract, List<Fact> facts, Audience audience, Set<Audience> fuller)
            throws IOException {
        Contract seen = new Contract(contract.id(), contract.title(), contract.description(), facts);
        Document document = ContractDocuments.of(seen);
        document.add(new StringField(ContractFields.AUDIENCE, audience.name(), Field.Store.NO));
        if (!fuller.isEmpty()) {
            document.add(new NumericDocValuesField(ContractFields.HAS_FULLER, 1));
        }
        for (Audience other : fuller) {
            document.add(new StringField(ContractFields.FULLER, other.name(), Field.Store.NO));
        }
        writer.addDocument(document);
    }

    /** Adds a fact about a party by itself. */
    public void add(Fact fact) throws IOException {
        Document document = ContractDocuments.of(fact);
        document.add(new StringField(ContractFields.AUDIENCE, audience(fact).name(), Field.Store.NO));
        writer.addDocument(document);
    }

    /** Remembers which articles' words the contracts depend on beside those that state facts; ids that are not there as well. */
    public void asked(Collection<String> articles) {
        asked = String.join("\n", articles);
    }

    /** How many contracts were added. */
    public int contracts() {
        return contracts;
    }

    /** Makes everything durable. */
    public void finish() throws IOException {
        writer.forceMerge(1);
        writer.setLiveCommitData(
                Map.of("format", ContractFields.FORMAT, ASKED, asked).entrySet());
        writer.commit();
    }

    private Audience audience(Fact fact) throws IOException {
        return switch (fact.source()) {
            case Source.Notice notice -> Audience.PUBLIC;
            case Source.Said said -> {
                String id = said.quote().citation().article();
                Audience known = audiences.get(id);
                if (known == null) {
                    known = articles.article(id).map(Article::audience).orElse(Audience.PUBLIC);
                    audiences.put(id, known);
                }
                yield known;
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            audiences.clear();
        }
    }
}
