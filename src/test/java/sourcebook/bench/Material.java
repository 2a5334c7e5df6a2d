package sourcebook.bench;

import java.util.List;

/**
 * Text to measure with.
 *
 * @param parties names to be known as parties
 */
record Material(List<Text> articles, List<Asked> questions, List<String> parties) {
    Material {
        articles = List.copyOf(articles);
        questions = List.copyOf(questions);
        parties = List.copyOf(parties);
    }

    /** An article. */
    record Text(String id, String title, String text) {}

    /**
     * A question.
     *
     * @param gold a sentence that answers it
     */
    record Asked(String question, String gold) {}
}
