package sourcebook.render.slack;

/** How an answer is shown, which decides its buttons. */
public enum Manner {
    /** Seen by the asker alone, in a channel that it can be shared to. */
    PRIVATE,
    /** Seen by all in a thread of a channel. */
    THREAD,
    /** Between the asker and us. */
    DIRECT
}
