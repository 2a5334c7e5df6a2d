package sourcebook.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Fields;
import sourcebook.index.format.Stored;

/** Takes articles out of an index, and down as gone. For one thread. */
public final class Removal {
    private final Documents documents;
    private boolean facts;

    /** Of articles that were laid down as these documents. */
    public Removal(Documents documents) {
        this.documents = documents;
    }

    /** Whether sentences of any of them stated facts of contracts. */
    public boolean facts() {
        return facts;
    }

    /** Takes out articles by their ids, all of which are there. */
    public void of(Collection<String> articles, IndexWriter writer, Path draft) throws IOException {
        if (articles.isEmpty()) {
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(writer);
                Gone.Writer gone = new Gone.Writer(draft)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (String article : articles) {
                for (ScoreDoc hit : searcher.search(new TermQuery(new Term(Fields.ARTICLE, article)), 1).scoreDocs) {
                    facts |= statesFacts(reader.leaves(), hit.doc);
                    gone.add(documents
                            .of(Stored.article(searcher.storedFields().document(hit.doc)))
                            .documents());
                }
                writer.deleteDocuments(Documents.all(article).toArray(Term[]::new));
            }
            gone.finish();
        }
    }

    private static boolean statesFacts(List<LeafReaderContext> leaves, int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.FACTS);
        return values != null && values.advanceExact(document - leaf.docBase);
    }
}
