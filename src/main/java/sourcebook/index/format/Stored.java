package sourcebook.index.format;

import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;

/** Lucene's stored fields back into articles and passages: the other direction of {@link Documents}. */
public final class Stored {
    private Stored() {}

    /** The article that a whole document holds. */
    public static Article article(Document document) {
        return new Article(citation(document, Fields.ARTICLE), document.get(Fields.TEXT));
    }

    /** The passage that a passage document holds, with its hash as stored. */
    public static Passage passage(Document document) {
        int start = document.getField(Fields.START).numericValue().intValue();
        return new Passage(
                citation(document, Fields.OF), start, document.get(Fields.TEXT), document.get(Fields.SHA256));
    }

    public static Citation citation(Document document, String idField) {
        return new Citation(
                document.get(idField),
                document.get(Fields.TITLE),
                document.get(Fields.AUTHOR),
                document.get(Fields.PUBLISHER),
                document.get(Fields.URL),
                date(document.get(Fields.PUBLISHED)),
                document.get(Fields.RECORD));
    }

    private static @Nullable PartialDate date(@Nullable String iso) {
        return iso == null ? null : new PartialDate(iso);
    }
}
