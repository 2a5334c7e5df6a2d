package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.Answer;
import sourcebook.question.Questions;

/** Asks a question as it was typed or, where words in it are misspelt, as it was meant; then the answer says so. */
final class Corrected {
    private Corrected() {}

    static Answer ask(String text, @Nullable String scope, Lease index, int limit) throws IOException {
        Optional<String> corrected = index.corrected(text);
        String meant = corrected.orElse(text);
        Answer answer = Desk.ask(Questions.read(meant, index.names(), scope), index, limit);
        return corrected.isPresent() && answer instanceof Answer.Found found ? told(found, meant) : answer;
    }

    private static Answer told(Answer.Found found, String meant) {
        List<String> notices = new ArrayList<>(List.of("Showing results for: " + meant));
        notices.addAll(found.notices());
        return new Answer.Found(found.evidence(), found.confidence(), notices);
    }
}
