package sourcebook.index.contract;

/** Names of the fields of the contracts' index; see {@link ContractDocuments} for what is in them. */
final class ContractFields {
    /** Bumped when the layout changes: an index of another format is not read. */
    static final String FORMAT = "1";

    /** On every contract, and on nothing else. */
    static final String CONTRACT = "contract";

    static final String ID = "id";
    static final String DATA = "data";
    static final String TITLE = "title";
    static final String ALL = "all";
    static final String BUYER_WORDS = "buyerWords";
    static final String SUPPLIER_WORDS = "supplierWords";
    static final String BUYER = "buyer";
    static final String SUPPLIER = "supplier";
    static final String SECTOR = "sector";
    static final String CPV = "cpv";
    static final String AUDIENCE = "audience";
    /** On what everybody may see: the audiences for which the same contract is there with more in it. */
    static final String FULLER = "fuller";

    static final String HAS_FULLER = "hasFuller";
    /** Hundredths of the currency's unit. */
    static final String VALUE = "value";
    /** Currency and basis of the value, which must not be mixed. */
    static final String MEASURE = "measure";

    static final String DOUBTFUL = "doubtful";
    static final String END = "end";
    static final String START = "start";
    static final String AWARDED = "awarded";
    static final String SORT_TITLE = "sortTitle";
    static final String STATES = "states";
    /** A party's key and a spelling of it. */
    static final String SPELT = "spelt";
    /** On facts about a party by itself: its key. */
    static final String OF_PARTY = "ofParty";

    static final String SEPARATOR = "\u001f";

    private ContractFields() {}
}
