package sourcebook.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Citation;
import sourcebook.model.Generation;
import sourcebook.model.PartialDate;

/** The sentences that every form of an answer says alike. Plain text, to be escaped by whoever places it. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private Wording() {}

    /** Why there is no answer, what was searched, in one or two sentences. */
    public static String refusal(NotFound notFound) {
        return switch (notFound.reason()) {
            case NO_WORDS -> "I can't search for that: there are no words in it that say what it is about.";
            case UNKNOWN_ARTICLE -> "There is no article of that name in the corpus.";
            case NOTHING_ON_THIS -> "Nothing in the corpus is about this. " + searched(notFound.searched());
            case UNKNOWN_NAME ->
                "The corpus does not know a name in your question, so I won't answer with somebody else's. "
                        + searched(notFound.searched());
            case NOT_STATED ->
                "The corpus speaks of this, but no sentence states what you ask for. " + searched(notFound.searched());
            case NOT_ON_RECORD ->
                notFound.notes().isEmpty()
                        ? "The contract is known, but none of its sources states this."
                        : String.join(" ", notFound.notes());
            case WEAK_MATCH -> "I don't have an answer to that. " + searched(notFound.searched());
            case UNKNOWN_SPEAKER -> "Nobody of that name is in the corpus. " + searched(notFound.searched());
            case NOT_SAID ->
                "The corpus has that name, but no words that it gives as theirs about this. "
                        + searched(notFound.searched());
            case ALTERED_SOURCE ->
                "I found sentences, but their stored source no longer matches its checksum, so I won't quote them."
                        + " Please tell an admin to reindex.";
        };
    }

    /** The line above the articles that come nearest without answering. */
    public static String nearest() {
        return "These come nearest, but may not answer:";
    }

    /** The line above sentences that come nearest without answering. */
    public static String closest(int sentences) {
        return sentences == 1
                ? "This sentence comes nearest, but may not answer:"
                : "These sentences come nearest, but may not answer:";
    }

    /** The line before the other articles that have a quote's sentence. */
    public static String also() {
        return "The same sentence is in: ";
    }

    /** Asks which party was meant. */
    public static String which(Ambiguous ambiguous) {
        return "“" + ambiguous.name() + "” can mean more than one. Which one do you mean?";
    }

    /** Publisher and date after a title, or nothing where neither is known. */
    public static String provenance(Citation citation) {
        String published = citation.published() == null ? null : date(citation.published());
        return Stream.of(citation.author(), citation.publisher(), published)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** A date as people write it: {@code 14 July 2015}, {@code July 2015} or {@code 2015}. */
    public static String date(PartialDate date) {
        LocalDate earliest = date.earliest();
        return switch (date.iso().length()) {
            case 4 -> date.iso();
            case 7 -> MONTH.format(earliest);
            default -> DAY.format(earliest);
        };
    }

    /** A moment to the minute: {@code 2026-11-25 14:02 UTC}. */
    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replaceFirst(":00Z$", " UTC");
    }

    /** How many of something: {@code 1 problem}, {@code 2 problems}. */
    public static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static String searched(Generation.Holdings holdings) {
        String articles = holdings.articles() == 1 ? "1 article" : "all " + holdings.articles() + " articles";
        PartialDate newest = holdings.newest();
        return "I searched " + articles + (newest == null ? "." : ", the newest of " + date(newest) + ".");
    }
}
