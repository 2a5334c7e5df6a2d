package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Context;
import sourcebook.model.Generation;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.render.Links;
import sourcebook.render.Wording;
import sourcebook.render.slack.SlackBlocks.Styled;

/** Modals and the Home tab, as JSON of Slack's views. Safe for many threads. */
public final class SlackViews {
    /** Callback ids of modals. */
    public static final String REASON = "reason";

    public static final String REASON_BLOCK = "why";

    /** What can be wrong with an answer. */
    public static final List<String> REASONS = List.of(
            "It does not answer the question",
            "It is out of date",
            "Something better is missing",
            "The quote is cut badly");

    /** Asks why a new index that was refused is to be served. */
    public static final String FORCED = "admin_forced";

    private static final int MAX_PARAGRAPH = 2_900;
    private static final int MAX_CONTEXTS = 5;
    private static final int MAX_QUESTIONS = 5;

    private final SlackAnswer answers;

    public SlackViews(Links links) {
        answers = new SlackAnswer(links);
    }

    /** Quotes where they stand, the quoted sentence in bold. */
    public String context(List<Context> contexts) {
        SlackBlocks blocks = new SlackBlocks();
        for (Context context : contexts.stream().limit(MAX_CONTEXTS).toList()) {
            paragraph(blocks, context);
        }
        if (contexts.isEmpty()) {
            blocks.plain(
                    "The corpus has changed since you asked, and no longer has just these words. Please ask again.");
        }
        return modal("Read in context", blocks).toString();
    }

    /** Asks what was wrong with an answer; the button's value comes back with it. */
    public String reason(String value) {
        ObjectNode view = modal("What was wrong?", new SlackBlocks());
        view.put("callback_id", REASON);
        view.put("private_metadata", value);
        SlackBlocks.plainText(view.putObject("submit"), "Send");
        ObjectNode input = ((ArrayNode) view.get("blocks")).addObject();
        input.put("type", "input").put("block_id", REASON_BLOCK);
        SlackBlocks.plainText(input.putObject("label"), "Nobody sees who sent it or what was asked");
        ObjectNode choice = input.putObject("element");
        choice.put("type", "radio_buttons").put("action_id", REASON_BLOCK);
        ArrayNode options = choice.putArray("options");
        for (int i = 0; i < REASONS.size(); i++) {
            ObjectNode option = options.addObject();
            SlackBlocks.plainText(option.putObject("text"), REASONS.get(i));
            option.put("value", Integer.toString(i));
        }
        return view.toString();
    }

    /**
     * What the Home tab shows.
     *
     * @param serving null before the first index
     * @param recent the person's own questions, the latest first
     * @param admin what admins see below, null for everybody else
     */
    public record Home(
            @Nullable Generation serving,
            List<String> examples,
            List<String> recent,
            SlackAdmin.@Nullable Desk admin) {}

    public String home(Home home, Seals seals) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.header("Ask about outsourcing, get the exact words");
        blocks.plain("Type /outsourcing and your question in any channel, mention me, or write to me here.");
        blocks.plainContext(holdings(home.serving()));
        questions(blocks, "For example", home.examples(), 0, seals);
        questions(blocks, "Your recent questions", home.recent(), MAX_QUESTIONS, seals);
        if (!home.recent().isEmpty()) {
            SlackBlocks.button(blocks.actions(), Seals.FORGET, "Forget my questions", seals.seal(Seals.FORGET, "mine"));
        }
        if (home.admin() != null) {
            blocks.divider().header("For admins");
            SlackAdmin.desk(blocks, home.admin(), seals);
        }
        ObjectNode view = SlackMessage.JSON.createObjectNode().put("type", "home");
        view.set("blocks", blocks.blocks());
        return view.toString();
    }

    private static void questions(SlackBlocks blocks, String title, List<String> all, int from, Seals seals) {
        if (all.isEmpty()) {
            return;
        }
        blocks.divider().header(title);
        int number = from;
        for (String question : all.stream().limit(MAX_QUESTIONS).toList()) {
            blocks.withButton(question, Seals.ASK + "_" + number++, "Ask", seals.seal(Seals.ASK, question));
        }
    }

    private static String holdings(@Nullable Generation serving) {
        if (serving == null) {
            return "The first index is still being built.";
        }
        Generation.Holdings holdings = serving.holdings();
        return "In the corpus: " + holdings.articles() + " articles, " + holdings.sentences() + " sentences"
                + (holdings.newest() == null ? "" : ", the newest of " + Wording.date(holdings.newest()))
                + ". Indexed " + serving.builtAt().toString().replaceFirst("T(..:..).*", " at $1 UTC") + ".";
    }

    private void paragraph(SlackBlocks blocks, Context context) {
        Quote sentence = context.sentence();
        Quote paragraph = context.paragraph();
        Span whole = paragraph.span();
        if (whole.length() > MAX_PARAGRAPH) {
            answers.quote(blocks, sentence);
            return;
        }
        Span before = new Span(whole.start(), sentence.span().start());
        Span after = new Span(sentence.span().end(), whole.end());
        blocks.styled(
                "rich_text_section",
                List.of(
                                new Styled(paragraph.passage().cut(before), ""),
                                new Styled(sentence.text(), "bold"),
                                new Styled(paragraph.passage().cut(after), ""))
                        .stream()
                        .filter(stretch -> !stretch.words().isEmpty())
                        .toList());
        blocks.context(answers.source(sentence));
    }

    static ObjectNode modal(String title, SlackBlocks blocks) {
        ObjectNode view = SlackMessage.JSON.createObjectNode().put("type", "modal");
        SlackBlocks.plainText(view.putObject("title"), title);
        SlackBlocks.plainText(view.putObject("close"), "Close");
        view.set("blocks", blocks.blocks());
        return view;
    }
}
