package sourcebook.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.Problem;

/**
 * A question with the answer that it must keep getting.
 *
 * @param kind what the file's heading calls such questions
 * @param found whether it has an answer, rather than an honest no
 * @param cites ids of the articles that answer it; none where it has no answer
 * @param quotes words of which the best quotes must hold some; none where it has no answer
 */
public record Golden(String kind, String question, boolean found, List<String> cites, List<String> quotes) {
    private static final Pattern STATEMENT = Pattern.compile("- (outcome|cites|quote): (.+)");
    private static final String FOUND = "found";
    private static final Set<String> OUTCOMES = Set.of(FOUND, "not_found");

    public Golden {
        cites = List.copyOf(cites);
        quotes = List.copyOf(quotes);
    }

    /**
     * Reads a file of golden questions: a heading for their kind, a second-level heading for each question, and below
     * it list items for {@code outcome}, {@code cites} and {@code quote}.
     */
    static List<Golden> read(SourceFile file, Consumer<Problem> problems) throws IOException {
        List<Golden> goldens = new ArrayList<>();
        String kind = file.readableName();
        Draft draft = null;
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            Matcher statement = STATEMENT.matcher(line);
            if (line.startsWith("## ")) {
                draft = new Draft(line.substring(3).strip());
                goldens.add(draft.golden(kind));
            } else if (line.startsWith("# ")) {
                kind = line.substring(2).strip();
            } else if (statement.matches() && draft != null && !draft.allows(statement.group(1), statement.group(2))) {
                problems.accept(
                        Problem.warning(file.name(), number, "the line is left out: an outcome is found or not_found"));
            } else if (statement.matches() && draft != null) {
                draft.state(statement.group(1), statement.group(2).strip());
                goldens.set(goldens.size() - 1, draft.golden(kind));
            } else if (!line.isBlank()) {
                problems.accept(Problem.warning(
                        file.name(), number, "the line is left out: write - outcome: …, - cites: … or - quote: …"));
            }
        }
        return goldens;
    }

    /** A question while its lines are read. */
    private static final class Draft {
        private final String question;
        private boolean found = true;
        private final List<String> cites = new ArrayList<>();
        private final List<String> quotes = new ArrayList<>();

        Draft(String question) {
            this.question = question;
        }

        boolean allows(String what, String value) {
            return !what.equals("outcome") || OUTCOMES.contains(value.strip());
        }

        void state(String what, String value) {
            switch (what) {
                case "outcome" -> found = value.equals(FOUND);
                case "cites" -> cites.addAll(List.of(value.split("\\s*,\\s*")));
                default -> quotes.add(value);
            }
        }

        Golden golden(String kind) {
            return new Golden(kind, question, found, cites, quotes);
        }
    }
}
