package sourcebook.index;

/** Names of the index's fields; see {@link Documents} for which document has which. */
final class Fields {
    /** Bumped when the documents' layout or the analysis changes: an index of another format is not read. */
    static final String FORMAT = "1";

    static final String BODY = "body";
    static final String ARTICLE = "article";
    static final String OF = "of";
    static final String START = "start";
    static final String TEXT = "text";
    static final String SHA256 = "sha256";
    static final String SENTENCES = "sentences";
    static final String TITLE = "title";
    static final String AUTHOR = "author";
    static final String PUBLISHER = "publisher";
    static final String URL = "url";
    static final String PUBLISHED = "published";
    static final String RECORD = "record";
    static final String PARTY = "party";
    static final String OTHER_NAME = "otherName";
    static final String OWNERSHIP = "ownership";

    private Fields() {}
}
