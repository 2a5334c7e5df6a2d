package sourcebook.index.baseline;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.text.Passages;

/**
 * What Lucene gives as it comes, to be compared with: every sentence of a corpus with its article's title is one
 * document in memory, found by BM25 alone. Safe for many threads.
 */
public final class PlainBm25 implements Closeable {
    private static final String WORDS = "words";
    private static final String ARTICLE = "article";
    private static final String NUMBER = "number";

    /** Sentences looked at to find some articles: of long ones, many come before the next. */
    private static final int SENTENCES_OF_ARTICLES = 2_000;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final Similarity similarity = new BM25Similarity(1.2f, 0.75f);
    private final Directory directory = new ByteBuffersDirectory();
    private final List<Sentence> sentences = new ArrayList<>();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private record Sentence(Article article, Span span) {}

    /** An index of all sentences of these articles. */
    public PlainBm25(Iterable<Article> articles) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Article article : articles) {
                add(article, writer);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
    }

    private void add(Article article, IndexWriter writer) throws IOException {
        for (Passages.Stretch passage : Passages.of(article.text())) {
            for (Span span : passage.sentences()) {
                writer.addDocument(document(new Sentence(article, span)));
            }
        }
    }

    private Document document(Sentence sentence) {
        Article article = sentence.article;
        Document document = new Document();
        document.add(new StringField(ARTICLE, article.id(), Field.Store.NO));
        document.add(new StoredField(NUMBER, sentences.size()));
        document.add(new TextField(
                WORDS, article.citation().title() + " " + sentence.span.in(article.text()), Field.Store.NO));
        sentences.add(sentence);
        return document;
    }

    /**
     * The sentences that match best, best first, with their scores; none where no word matches.
     *
     * @param scope the id of the only article to search, null for all
     */
    public List<Quote> search(String text, @Nullable String scope, int limit) throws IOException {
        List<Quote> quotes = new ArrayList<>();
        for (ScoreDoc hit : hits(text, scope, limit)) {
            Sentence found = sentence(hit);
            quotes.add(new Quote(Passage.of(found.article, found.span), found.span, null, hit.score));
        }
        return quotes;
    }

    /** The ids of the articles whose best sentences match best, best first. */
    public List<String> articles(String text, @Nullable String scope, int limit) throws IOException {
        Set<String> articles = new LinkedHashSet<>();
        for (ScoreDoc hit : hits(text, scope, SENTENCES_OF_ARTICLES)) {
            articles.add(sentence(hit).article.id());
        }
        return articles.stream().limit(limit).toList();
    }

    private ScoreDoc[] hits(String text, @Nullable String scope, int limit) throws IOException {
        org.apache.lucene.search.Query words = new QueryBuilder(analyzer).createBooleanQuery(WORDS, text);
        if (words == null) {
            return new ScoreDoc[0];
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        if (scope != null) {
            query.add(new TermQuery(new Term(ARTICLE, scope)), Occur.FILTER);
        }
        return searcher.search(query.build(), limit).scoreDocs;
    }

    private Sentence sentence(ScoreDoc hit) throws IOException {
        Document stored = searcher.storedFields().document(hit.doc, Set.of(NUMBER));
        return sentences.get(stored.getField(NUMBER).numericValue().intValue());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
