package sourcebook.model;

/** A kind of answer that a question can ask for and a sentence can state. At most 32, for they are kept as bits. */
public enum AnswerKind {
    MONEY,
    DURATION,
    DATE,
    PERCENTAGE,
    NUMBER,
    NAME,
    REASON
}
