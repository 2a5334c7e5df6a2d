package sourcebook.answer.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question on contracts with what its answer must hold.
 *
 * @param kind what the heading above it calls such questions
 * @param found whether it has an answer
 * @param cites articles whose words the answer must show
 * @param quotes words that the shown evidence must hold
 * @param states words that the headline, a fact, a row or a total must hold
 * @param never words that none of these may hold
 * @param count how many contracts a list must have, -1 for any number
 */
record ContractQuestion(
        String kind,
        String question,
        boolean found,
        List<String> cites,
        List<String> quotes,
        List<String> states,
        List<String> never,
        int count) {
    private static final Path FILE = Path.of("src/test/resources/contract-questions.md");
    private static final Pattern STATEMENT = Pattern.compile("- (outcome|cites|quote|states|never|count): (.+)");

    static List<ContractQuestion> all() throws IOException {
        List<ContractQuestion> questions = new ArrayList<>();
        String kind = "";
        for (String block : Files.readString(FILE).split("\n(?=#)")) {
            if (block.startsWith("# ")) {
                kind = block.substring(2).strip();
            } else {
                questions.add(read(kind, block));
            }
        }
        return questions;
    }

    private static ContractQuestion read(String kind, String block) {
        List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
        List<String> cites = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> never = new ArrayList<>();
        boolean found = true;
        int count = -1;
        for (String line : lines.subList(1, lines.size())) {
            Matcher statement = STATEMENT.matcher(line);
            if (!statement.matches()) {
                throw new IllegalArgumentException("not a statement: " + line);
            }
            String value = statement.group(2).strip();
            switch (statement.group(1)) {
                case "outcome" -> found = value.equals("found");
                case "cites" -> cites.addAll(List.of(value.split(", ")));
                case "quote" -> quotes.add(value);
                case "states" -> states.add(value);
                case "never" -> never.add(value);
                default -> count = Integer.parseInt(value);
            }
        }
        return new ContractQuestion(kind, lines.getFirst().substring(3), found, cites, quotes, states, never, count);
    }
}
