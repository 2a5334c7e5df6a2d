package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.Answer;
import sourcebook.question.Questions;

/**
 * Asks a question as it was typed and, only if that has no answer and words in it are misspelt, as it may have been meant;
 * then the answer says so. A word that is merely rare is thus never changed where it serves.
 */
final class Corrected {
    private Corrected() {}

    static Answer ask(String text, @Nullable String scope, Lease index, int limit) throws IOException {
        Answer typed = Desk.ask(Questions.read(text, index.names(), scope), index, limit);
        if (!(typed instanceof Answer.NotFound)) {
            return typed;
        }
        Optional<String> meant = index.corrected(text);
        if (meant.isEmpty()) {
            return typed;
        }
        Answer answer = Desk.ask(Questions.read(meant.get(), index.names(), scope), index, limit);
        return answer instanceof Answer.Found found ? told(found, meant.get()) : typed;
    }

    private static Answer told(Answer.Found found, String meant) {
        List<String> notices = new ArrayList<>(List.of("Showing results for: " + meant));
        notices.addAll(found.notices());
        return new Answer.Found(found.evidence(), found.confidence(), notices, found.headline());
    }
}
