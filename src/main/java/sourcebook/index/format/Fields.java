package sourcebook.index.format;

/** Names of the index's fields; see {@link Documents} for which document has which. */
public final class Fields {
    /** Bumped when the documents' layout or the analysis changes: an index of another format is not read. */
    public static final String FORMAT = "10";

    public static final String BODY = "body";
    public static final String ARTICLE = "article";
    public static final String OF = "of";
    public static final String CALLED = "called";
    public static final String AUDIENCE = "audience";
    public static final String PASSAGE_AUDIENCE = "passageAudience";
    public static final String SENTENCE_AUDIENCE = "sentenceAudience";
    public static final String PASSAGE = "passage";
    public static final String TEXT = "text";
    public static final String FACTS = "facts";
    public static final String SENTENCES = "sentences";
    public static final String WORD = "word";
    public static final String VECTOR = "vector";
    public static final String BACK = "back";
    public static final String SENTENCE_OF = "sentenceOf";
    public static final String TITLE = "title";
    public static final String AUTHOR = "author";
    public static final String PUBLISHER = "publisher";
    public static final String URL = "url";
    public static final String PUBLISHED = "published";
    public static final String RECORD = "record";
    public static final String PARTY = "party";
    public static final String OTHER_NAME = "otherName";
    public static final String OWNERSHIP = "ownership";

    private Fields() {}
}
