package sourcebook.index.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Passage;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates;
import sourcebook.text.AnswerKinds;
import sourcebook.text.Mention;
import sourcebook.text.Names;
import sourcebook.text.Passages;

/**
 * An article as Lucene documents: one that holds the whole article under {@code article} and is found by the terms of its
 * title under {@code called}, and one a passage that is
 * searched by {@code body} and belongs to the article named in {@code of}. Both carry the citation; a passage has it, its
 * place and its text in one value. Behind a passage stand its sentences, each with its vector and how many documents
 * {@code back} its passage stands; so a passage's number gives its sentences' numbers and the other way round. Each of the
 * three has the article's audience in a field of its own.
 */
public final class Documents {
    private static final FieldType SEARCHED = new FieldType();
    private static final FieldType SPELT = new FieldType();

    static {
        SEARCHED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        SEARCHED.setTokenized(true);
        SEARCHED.freeze();
        SPELT.setIndexOptions(IndexOptions.DOCS);
        SPELT.setOmitNorms(true);
        SPELT.freeze();
    }

    private static final String PARTY_PREFIX = Candidates.Term.PARTY;

    private final Names names;
    private final boolean vectors;

    /** Documents in which these names are found under their parties, with a place for vectors or without. */
    public Documents(Names names, boolean vectors) {
        this.names = names;
        this.vectors = vectors;
    }

    /**
     * The documents of one article, the article itself first, each passage followed by its sentences.
     *
     * @param toEmbed the sentences with their title, in order; none where no vectors are wanted
     */
    public record Block(List<Document> documents, List<ToEmbed> toEmbed, int passages, int sentences) {}

    /**
     * A sentence that waits for its vector.
     *
     * @param text what is embedded: the title and the sentence
     */
    public record ToEmbed(String text, Document document) {
        public void vector(byte[] vector) {
            document.add(new KnnByteVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
    }

    /** The documents of one article, divided into passages. */
    public Block of(Article article) {
        return of(article, Passages.of(article.text()));
    }

    /** The documents of one article that was divided into passages before. */
    public Block of(Article article, List<Passages.Stretch> passages) {
        List<Document> documents = new ArrayList<>();
        List<ToEmbed> toEmbed = new ArrayList<>();
        List<String> title = terms(article.citation().title());
        documents.add(whole(article, title));
        int all = passages.stream()
                .mapToInt(stretch -> stretch.sentences().size())
                .sum();
        int sentences = 0;
        for (Passages.Stretch stretch : passages) {
            SentenceTable.Place place = new SentenceTable.Place(documents.size(), all, sentences);
            documents.add(passage(article, stretch, title, place));
            sentences += stretch.sentences().size();
            if (vectors) {
                List<ToEmbed> waiting = sentences(article, stretch);
                waiting.forEach(sentence -> documents.add(sentence.document()));
                toEmbed.addAll(waiting);
            }
        }
        return new Block(documents, toEmbed, passages.size(), sentences);
    }

    private static List<ToEmbed> sentences(Article article, Passages.Stretch stretch) {
        List<ToEmbed> sentences = new ArrayList<>();
        for (Span span : stretch.sentences()) {
            Document document = new Document();
            document.add(new NumericDocValuesField(Fields.BACK, sentences.size() + 1L));
            document.add(audience(Fields.SENTENCE_AUDIENCE, article, Field.Store.NO));
            document.add(new StringField(Fields.SENTENCE_OF, article.id(), Field.Store.NO));
            sentences.add(new ToEmbed(embedded(article, span), document));
        }
        return sentences;
    }

    /** What is embedded of a sentence: the title of its article and its words. */
    public static String embedded(Article article, Span sentence) {
        return article.citation().title() + ": " + sentence.in(article.text());
    }

    /** What finds all documents of an article. */
    public static List<Term> all(String article) {
        return List.of(
                new Term(Fields.ARTICLE, article), new Term(Fields.OF, article), new Term(Fields.SENTENCE_OF, article));
    }

    /** The term under which every mention of a party is found, however it is spelt. */
    public static String partyTerm(String key) {
        return PARTY_PREFIX + key;
    }

    /** Whether a term stands for a party. */
    public static boolean isParty(String term) {
        return term.startsWith(PARTY_PREFIX);
    }

    private static StringField audience(String field, Article article, Field.Store store) {
        return new StringField(field, article.audience().name(), store);
    }

    private static Document whole(Article article, List<String> title) {
        Document document = new Document();
        document.add(new StringField(Fields.ARTICLE, article.id(), Field.Store.YES));
        document.add(audience(Fields.AUDIENCE, article, Field.Store.YES));
        document.add(new Field(Fields.CALLED, new Replay(title), SPELT));
        document.add(new StoredField(Fields.TEXT, article.text()));
        cite(document, article.citation());
        return document;
    }

    private Document passage(Article article, Passages.Stretch stretch, List<String> title, SentenceTable.Place place) {
        Passage passage = Passage.of(article, stretch.span());
        List<SentenceTable.Row> rows = stretch.sentences().stream()
                .map(span -> row(span.in(article.text()), span.shifted(-passage.start())))
                .toList();
        List<String> body = new ArrayList<>(title);
        rows.forEach(row -> body.addAll(row.terms()));

        Document document = new Document();
        document.add(new Field(Fields.BODY, new Replay(body), SEARCHED));
        String words = article.citation().title() + " " + passage.text();
        document.add(new Field(Fields.WORD, new Replay(List.copyOf(Analysis.words(words))), SPELT));
        document.add(new StringField(Fields.OF, article.id(), Field.Store.NO));
        document.add(audience(Fields.PASSAGE_AUDIENCE, article, Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.SENTENCES, SentenceTable.encode(title, place, rows)));
        document.add(new BinaryDocValuesField(Fields.PASSAGE, StoredPassage.encode(passage)));
        return document;
    }

    private SentenceTable.Row row(String sentence, Span span) {
        return new SentenceTable.Row(span, terms(sentence), AnswerKinds.in(sentence));
    }

    /** Analysed terms, and a term for each party that is named. A name that fits several parties counts for all. */
    private List<String> terms(String text) {
        List<String> terms = Analysis.terms(text);
        for (Mention mention : names.find(text, Names.Writing.SOURCE)) {
            mention.parties().forEach(party -> terms.add(partyTerm(party.key())));
        }
        return terms;
    }

    private static void cite(Document document, Citation citation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(Fields.TITLE, citation.title());
        fields.put(Fields.AUTHOR, citation.author());
        fields.put(Fields.PUBLISHER, citation.publisher());
        fields.put(Fields.URL, citation.url());
        fields.put(Fields.PUBLISHED, citation.published());
        fields.put(Fields.RECORD, citation.record());
        fields.forEach((name, value) -> {
            if (value != null) {
                document.add(new StoredField(name, value.toString()));
            }
        });
    }
}
