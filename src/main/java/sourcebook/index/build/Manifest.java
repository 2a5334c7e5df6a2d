package sourcebook.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import sourcebook.model.PartialDate;
import sourcebook.model.Problem;

/**
 * The files that a generation was built from, one document each in its own index: so they are published, checked and
 * thrown away with it. A file's articles and problems are one binary value, for all of them are read at once.
 *
 * <p>Layout, numbers variable-length: name; SHA-256; 1 if contested; number of articles, and for each its id, hash, passages,
 * sentences and date or nothing; number of problems, and for each 1 if it is an error, line and words.
 */
public final class Manifest {
    private static final String NAME = "fileName";
    private static final String FILE = "file";

    private Manifest() {}

    /** A file as the document to add. */
    public static Document document(IndexedFile file) {
        Document document = new Document();
        document.add(new StringField(NAME, file.name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(FILE, encode(file)));
        return document;
    }

    /** What finds the document of a file. */
    public static Term term(String name) {
        return new Term(NAME, name);
    }

    /** The files by their names. */
    public static Map<String, IndexedFile> read(IndexReader reader) throws IOException {
        Map<String, IndexedFile> files = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            read(leaf.reader(), files);
        }
        return files;
    }

    private static void read(LeafReader leaf, Map<String, IndexedFile> files) throws IOException {
        BinaryDocValues values = leaf.getBinaryDocValues(FILE);
        if (values == null) {
            return;
        }
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            if (leaf.getLiveDocs() == null || leaf.getLiveDocs().get(doc)) {
                IndexedFile file = decode(values.binaryValue());
                files.put(file.name(), file);
            }
        }
    }

    private static BytesRef encode(IndexedFile file) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(file.name());
            out.writeString(file.sha256());
            out.writeByte((byte) (file.contested() ? 1 : 0));
            out.writeVInt(file.articles().size());
            for (IndexedArticle article : file.articles()) {
                write(article, out);
            }
            out.writeVInt(file.problems().size());
            for (Problem problem : file.problems()) {
                out.writeByte((byte) (problem.level() == Problem.Level.ERROR ? 1 : 0));
                out.writeVInt(problem.line());
                out.writeString(problem.what());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(IndexedArticle article, ByteBuffersDataOutput out) throws IOException {
        PartialDate published = article.published();
        out.writeString(article.id());
        out.writeString(article.hash());
        out.writeVInt(article.passages());
        out.writeVInt(article.sentences());
        out.writeString(published == null ? "" : published.iso());
    }

    private static IndexedFile decode(BytesRef value) throws IOException {
        DataInput in = new ByteArrayDataInput(value.bytes, value.offset, value.length);
        String name = in.readString();
        String sha256 = in.readString();
        boolean contested = in.readByte() == 1;
        List<IndexedArticle> articles = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            articles.add(article(in));
        }
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            Problem.Level level = in.readByte() == 1 ? Problem.Level.ERROR : Problem.Level.WARNING;
            problems.add(new Problem(level, name, in.readVInt(), in.readString()));
        }
        return new IndexedFile(name, sha256, articles, contested, problems);
    }

    private static IndexedArticle article(DataInput in) throws IOException {
        String id = in.readString();
        String hash = in.readString();
        int passages = in.readVInt();
        int sentences = in.readVInt();
        String published = in.readString();
        return new IndexedArticle(
                id, hash, passages, sentences, published.isEmpty() ? null : new PartialDate(published));
    }
}
