package sourcebook.render.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Citation;
import sourcebook.render.Wording;

/**
 * Puts a card together and keeps it below the largest size: a part that has a short form gets the long one only while
 * there is room, and what does not fit even so is counted and told. Not safe for several threads.
 *
 * @see <a href="https://adaptivecards.io/explorer/">the elements</a>
 */
final class CardWriter {
    private static final String VERSION = "1.5";
    private static final int MAX_PART = 300;

    /** Buttons below a card, as Teams shows them. */
    static final int MAX_ACTIONS = 5;

    private final List<Part> parts = new ArrayList<>();
    private final ArrayNode actions = Card.JSON.createArrayNode();

    private record Part(List<ObjectNode> whole, List<ObjectNode> brief) {}

    /** A stretch of words in rich text. */
    record Run(String text, Look look, @Nullable String url) {
        static Run plain(String text) {
            return new Run(text, Look.PLAIN, null);
        }

        static Run of(String text, Look look) {
            return new Run(text, look, null);
        }
    }

    /** How words look; it never alters them. */
    enum Look {
        PLAIN,
        BOLD,
        MARKED,
        STRUCK
    }

    /** A sentence of our own, which may hold nothing of an asker's or a source's: it is read as Markdown. */
    CardWriter own(String constant) {
        return add(textBlock(constant));
    }

    CardWriter heading(String constant) {
        return add(textBlock(constant).put("weight", "Bolder"));
    }

    /** Words of anybody, small. */
    CardWriter plain(String words) {
        return add(rich(List.of(Run.plain(words)), true));
    }

    CardWriter add(ObjectNode element) {
        parts.add(new Part(List.of(element), List.of()));
        return this;
    }

    /** Elements that stand together, and what stands for them where there is no room; that must be small. */
    CardWriter add(List<ObjectNode> whole, List<ObjectNode> brief) {
        parts.add(new Part(whole, brief));
        return this;
    }

    /** A button that is answered in place. */
    CardWriter execute(String title, Press press) {
        return action(execution(title, press));
    }

    /** A button that opens a page. */
    CardWriter open(String title, String url) {
        return action(Card.JSON
                .createObjectNode()
                .put("type", "Action.OpenUrl")
                .put("title", title)
                .put("url", url));
    }

    /** A button in the menu behind the others. */
    CardWriter executeFromMenu(String title, Press press) {
        return action(execution(title, press).put("mode", "secondary"));
    }

    /** A row of buttons that say something in the presser's name, as if it had been typed. */
    CardWriter say(List<String> questions) {
        if (questions.isEmpty()) {
            return this;
        }
        ObjectNode row = Card.JSON.createObjectNode().put("type", "ActionSet");
        ArrayNode buttons = row.putArray("actions");
        questions.stream().limit(MAX_ACTIONS).forEach(question -> buttons.add(saying(question)));
        return add(row);
    }

    private static ObjectNode saying(String question) {
        ObjectNode submit =
                Card.JSON.createObjectNode().put("type", "Action.Submit").put("title", cut(question, MAX_PART));
        ObjectNode data = Press.ask(question, 0).data();
        ObjectNode teams = data.putObject("msteams").put("type", "messageBack");
        teams.put("displayText", question)
                .put("text", question)
                .set("value", Press.ask(question, 0).data());
        submit.set("data", data);
        return submit;
    }

    private CardWriter action(ObjectNode action) {
        if (actions.size() < MAX_ACTIONS) {
            actions.add(action);
        }
        return this;
    }

    /** The card, with every part that there is room for. */
    Card card(String summary, List<Card.Cited> cited) {
        return new Card(content(), summary, cited);
    }

    private ObjectNode content() {
        List<List<ObjectNode>> chosen = new ArrayList<>();
        parts.forEach(part -> chosen.add(part.brief()));
        int left = Card.MAX_BYTES - Card.bytes(assembled(chosen, parts.size()));
        int omitted = 0;
        for (int i = 0; i < parts.size(); i++) {
            int more = size(parts.get(i).whole()) - size(parts.get(i).brief());
            if (more <= left) {
                chosen.set(i, parts.get(i).whole());
                left -= more;
            } else if (parts.get(i).brief().isEmpty()) {
                omitted++;
            }
        }
        return assembled(chosen, omitted);
    }

    private static int size(List<ObjectNode> elements) {
        return elements.stream().mapToInt(element -> Card.bytes(element) + 1).sum();
    }

    private ObjectNode assembled(List<List<ObjectNode>> chosen, int omitted) {
        ObjectNode card = Card.JSON
                .createObjectNode()
                .put("type", "AdaptiveCard")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", VERSION)
                .put("lang", "en");
        card.putObject("msteams").put("width", "full");
        ArrayNode body = card.putArray("body");
        chosen.forEach(body::addAll);
        if (omitted > 0) {
            body.add(textBlock("There is more than fits on one card. Ask for less at a time to see the rest."));
        }
        if (!actions.isEmpty()) {
            card.set("actions", actions);
        }
        return card;
    }

    static ObjectNode textBlock(String constant) {
        return Card.JSON
                .createObjectNode()
                .put("type", "TextBlock")
                .put("text", constant)
                .put("wrap", true);
    }

    /** Words that are shown as they are, character by character. */
    static ObjectNode rich(List<Run> runs, boolean small) {
        ObjectNode block = Card.JSON.createObjectNode().put("type", "RichTextBlock");
        ArrayNode inlines = block.putArray("inlines");
        for (Run run : runs) {
            pieces(run.text()).forEach(piece -> inlines.add(inline(piece, run, small)));
        }
        return block;
    }

    /** Clients make dates and times of {@code {{DATE(…)}}} even in rich text; between two runs they see none. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 1)) {
            pieces.add(text.substring(from, at + 1));
            from = at + 1;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static ObjectNode inline(String text, Run run, boolean small) {
        ObjectNode inline = Card.JSON.createObjectNode().put("type", "TextRun").put("text", text);
        switch (run.look()) {
            case PLAIN -> {}
            case BOLD -> inline.put("weight", "Bolder");
            case MARKED -> inline.put("highlight", true);
            case STRUCK -> inline.put("strikethrough", true);
        }
        if (small) {
            inline.put("isSubtle", true);
        }
        if (run.url() != null) {
            inline.putObject("selectAction").put("type", "Action.OpenUrl").put("url", run.url());
        }
        return inline;
    }

    /** A quotation, set apart. */
    static ObjectNode quotation(List<Run> runs) {
        ObjectNode container =
                Card.JSON.createObjectNode().put("type", "Container").put("style", "emphasis");
        container.putArray("items").add(rich(runs, false));
        return container;
    }

    /** Where something stands: who said it, a link with the title's words, and what else is known of the source. */
    static ObjectNode source(@Nullable String speaker, Citation citation, String url) {
        List<Run> runs = new ArrayList<>();
        if (speaker != null) {
            runs.add(Run.plain("Said by " + cut(speaker, MAX_PART) + " · "));
        }
        runs.add(new Run(cut(citation.title(), MAX_PART), Look.PLAIN, url));
        String provenance = cut(Wording.provenance(citation), MAX_PART);
        if (!provenance.isEmpty()) {
            runs.add(Run.plain(" · " + provenance));
        }
        return rich(runs, true);
    }

    /** A row with one button that is answered in place. */
    static ObjectNode button(String title, Press press) {
        ObjectNode row = Card.JSON.createObjectNode().put("type", "ActionSet");
        row.putArray("actions").add(execution(title, press));
        return row;
    }

    private static ObjectNode execution(String title, Press press) {
        ObjectNode action = Card.JSON
                .createObjectNode()
                .put("type", "Action.Execute")
                .put("title", cut(title, MAX_PART))
                .put("verb", press.verb().written());
        action.set("data", press.data());
        return action;
    }

    /** At most so many UTF-16 units, and no half of a character; for names and titles, never for quotes. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
