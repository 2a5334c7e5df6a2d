package sourcebook.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Looks into a message for Slack whether it has the quotes that it should. */
final class SlackReply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SlackReply() {}

    /** Throws unless every quote stands in the message, whole and by itself. */
    static void check(Known known, String message) throws IOException {
        List<String> texts = JSON.readTree(message).findValuesAsText("text");
        if (!texts.containsAll(known.quotes())) {
            throw new IllegalStateException("not the answer to: " + known.text() + "\n" + message);
        }
    }
}
