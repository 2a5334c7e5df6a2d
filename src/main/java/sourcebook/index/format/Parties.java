package sourcebook.index.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.Party.Ownership;

/**
 * The known parties as documents of the index, so that a question is understood with the same names that the articles
 * were indexed with, whatever has become of the file since.
 */
public final class Parties {
    private static final String SEPARATOR = "\u001f";

    private Parties() {}

    /** A party as the document to add. */
    public static Document document(Party party) {
        Document document = new Document();
        document.add(new StringField(Fields.PARTY, party.name(), Field.Store.YES));
        party.otherNames().forEach(name -> document.add(new StoredField(Fields.OTHER_NAME, name)));
        party.owners().forEach(owner -> document.add(new StoredField(Fields.OWNERSHIP, write(owner))));
        return document;
    }

    public static List<Party> read(IndexReader reader) throws IOException {
        List<Party> parties = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms names = leaf.reader().terms(Fields.PARTY);
            if (names != null) {
                TermsEnum each = names.iterator();
                while (each.next() != null) {
                    int document = each.postings(null, PostingsEnum.NONE).nextDoc();
                    parties.add(party(leaf.reader().storedFields().document(document)));
                }
            }
        }
        return parties;
    }

    /** The terms of the parties that each owner has owned, by the owner's name. */
    public static Map<String, List<String>> owned(Collection<Party> parties) {
        Map<String, List<String>> owned = new HashMap<>();
        for (Party party : parties) {
            party.owners().stream()
                    .map(Ownership::owner)
                    .distinct()
                    .forEach(owner -> owned.computeIfAbsent(owner, name -> new ArrayList<>())
                            .add(Documents.partyTerm(party.key())));
        }
        return owned;
    }

    private static Party party(Document document) {
        return new Party(
                document.get(Fields.PARTY),
                List.of(document.getValues(Fields.OTHER_NAME)),
                Arrays.stream(document.getValues(Fields.OWNERSHIP))
                        .map(Parties::ownership)
                        .toList());
    }

    private static String write(Ownership owner) {
        return String.join(
                SEPARATOR,
                owner.owner(),
                orEmpty(owner.share()),
                orEmpty(owner.from()),
                orEmpty(owner.to()),
                orEmpty(owner.source()));
    }

    private static Ownership ownership(String written) {
        String[] parts = written.split(SEPARATOR, -1);
        return new Ownership(parts[0], orNull(parts[1]), date(parts[2]), date(parts[3]), orNull(parts[4]));
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable PartialDate date(String value) {
        return value.isEmpty() ? null : new PartialDate(value);
    }
}
