package sourcebook.index.format;

import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.audience.Audience;

/** Lucene's stored fields back into articles: the other direction of {@link Documents}. */
public final class Stored {
    private Stored() {}

    /** The article that a whole document holds. */
    public static Article article(Document document) {
        return new Article(citation(document), document.get(Fields.TEXT), new Audience(document.get(Fields.AUDIENCE)));
    }

    static Citation citation(Document document) {
        return new Citation(
                document.get(Fields.ARTICLE),
                document.get(Fields.TITLE),
                document.get(Fields.AUTHOR),
                document.get(Fields.PUBLISHER),
                document.get(Fields.URL),
                date(document.get(Fields.PUBLISHED)),
                document.get(Fields.RECORD));
    }

    static @Nullable PartialDate date(@Nullable String iso) {
        return iso == null ? null : new PartialDate(iso);
    }
}
