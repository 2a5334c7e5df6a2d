package sourcebook.model;

/** What an answer rests on. */
public sealed interface Evidence permits Quote, Fact {
    /** The exact words of the source. */
    String text();

    /** How well it answers, comparable within one answer only; higher is better. */
    double score();
}
