package sourcebook.index.contract;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import sourcebook.index.format.Fields;
import sourcebook.index.format.Stored;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;

/** The facts that an article's sentences state, kept with it: its words are searched for them once. */
public final class KeptFacts {
    private KeptFacts() {}

    /** Keeps them in the document of the whole article; returns whether there are any. */
    public static boolean keep(List<Contract> read, Document whole) throws IOException {
        List<Fact> facts =
                read.stream().flatMap(contract -> contract.facts().stream()).toList();
        if (facts.isEmpty()) {
            return false;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(facts.size());
            for (Fact fact : facts) {
                ContractCodec.write(out, fact);
            }
        }
        whole.add(new BinaryDocValuesField(Fields.FACTS, new BytesRef(bytes.toByteArray())));
        return true;
    }

    /** The facts of all articles of an index, by the articles' ids. */
    public static Map<String, List<Fact>> all(IndexReader reader) throws IOException {
        Map<String, List<Fact>> all = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.FACTS);
            if (values != null) {
                read(leaf, values, all);
            }
        }
        return all;
    }

    private static void read(LeafReaderContext leaf, BinaryDocValues values, Map<String, List<Fact>> all)
            throws IOException {
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            if (leaf.reader().getLiveDocs() == null
                    || leaf.reader().getLiveDocs().get(doc)) {
                Article article = Stored.article(leaf.reader().storedFields().document(doc));
                all.put(article.id(), facts(values.binaryValue(), article));
            }
        }
    }

    private static List<Fact> facts(BytesRef value, Article article) throws IOException {
        List<Fact> facts = new ArrayList<>();
        ContractCodec.read(
                value, id -> Optional.of(article).filter(own -> own.id().equals(id)), facts::add);
        return facts;
    }
}
