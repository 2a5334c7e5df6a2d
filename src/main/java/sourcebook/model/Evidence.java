package sourcebook.model;

/** What an answer rests on. */
public sealed interface Evidence permits Quote {
    /** Which source says so. */
    Citation citation();
}
