package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Response.Answered;
import sourcebook.dialogue.Response.Help;
import sourcebook.dialogue.Response.Listed;
import sourcebook.dialogue.Response.Sources;
import sourcebook.dialogue.Response.Told;
import sourcebook.dialogue.Response.Verified;
import sourcebook.model.Answer;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.render.Links;
import sourcebook.render.contract.ListPictures;

/** Whatever a person gets back, as a Slack message with the buttons that fit its place. Safe for many threads. */
public final class SlackResponse {
    private static final int MAX_SOURCES = 20;
    private static final int MAX_NEXT = 3;

    private final Links links;
    private final @Nullable ListPictures pictures;
    private final SlackAnswer answers;
    private final SlackVerification verifications;

    /** Messages without pictures. */
    public SlackResponse(Links links) {
        this(links, null);
    }

    /**
     * Messages.
     *
     * @param pictures the charts of lists of contracts, null where there are none
     */
    public SlackResponse(Links links, @Nullable ListPictures pictures) {
        this.links = links;
        this.pictures = pictures;
        answers = new SlackAnswer(links);
        verifications = new SlackVerification(answers);
    }

    /** The message for a response. */
    public SlackMessage render(Response response, Manner manner, Seals seals) {
        return switch (response) {
            case Answered answered -> answered(answered, manner, seals);
            case Verified verified -> verifications.render(verified);
            case Sources sources -> sources(sources);
            case Help help -> SlackHelp.help(help.lines(), help.examples());
            case Listed listed -> new SlackListing(links, pictures).render(listed, seals);
            case Told told -> SlackHelp.sentence(told.sentence());
        };
    }

    /** Quotes for the whole channel, without buttons. */
    public SlackMessage shared(String question, List<Quote> quotes, String sharedBy) {
        return answers.shared(question, quotes, sharedBy);
    }

    private SlackMessage answered(Answered answered, Manner manner, Seals seals) {
        SlackBlocks blocks = new SlackBlocks();
        String question = answered.reply().question();
        blocks.plainContext(manner == Manner.PRIVATE ? "You asked: " + question : "Asked: " + question);
        if (answered.understood() != null) {
            blocks.plainContext("Understood as: " + answered.understood());
        }
        List<Quote> quotes = answers.body(blocks, answered.reply(), seals);
        buttons(blocks, answered, manner, quotes, seals);
        suggestions(blocks, answered.next(), seals);
        return new SlackMessage(answers.fallback(answered.reply()), blocks.blocks());
    }

    private static void buttons(SlackBlocks blocks, Answered answered, Manner manner, List<Quote> quotes, Seals seals) {
        if (!(answered.reply().answer() instanceof Answer.Found)) {
            return;
        }
        String value = Shared.value(answered.reply().question(), quotes);
        List<Button> row = new ArrayList<>();
        if (manner == Manner.PRIVATE && !quotes.isEmpty()) {
            row.add(new Button(Seals.SHARE, "Share to channel", value));
            row.add(new Button(Seals.THREAD, "Ask in thread", answered.reply().question()));
        }
        if (answered.more()) {
            String page = (answered.page() + 1) + " " + answered.reply().question();
            row.add(new Button(Seals.MORE, "More quotes", page));
        }
        if (!quotes.isEmpty()) {
            row.add(new Button(Seals.CONTEXT, "Read in context", value));
            row.add(new Button(Seals.UP, "👍", value));
            row.add(new Button(Seals.DOWN, "👎", value));
        }
        if (!row.isEmpty()) {
            ArrayNode actions = blocks.actions();
            row.forEach(button -> button.put(actions, seals));
        }
    }

    private record Button(String action, String label, String value) {
        void put(ArrayNode actions, Seals seals) {
            SlackBlocks.button(actions, action, label, seals.seal(action, value));
            if (label.length() <= 2) {
                ObjectNode last = (ObjectNode) actions.get(actions.size() - 1);
                last.put("accessibility_label", action.equals(Seals.UP) ? "This helped" : "This did not help");
            }
        }
    }

    private static void suggestions(SlackBlocks blocks, List<String> next, Seals seals) {
        if (next.isEmpty()) {
            return;
        }
        blocks.plainContext("You could also ask:");
        ArrayNode actions = blocks.actions();
        for (int i = 0; i < Math.min(MAX_NEXT, next.size()); i++) {
            SlackBlocks.button(actions, Seals.ASK + "_" + i, next.get(i), seals.seal(Seals.ASK, next.get(i)));
        }
    }

    private SlackMessage sources(Sources sources) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.plain(sources.heading());
        List<String> titles = new ArrayList<>();
        for (Citation citation : sources.articles().stream().limit(MAX_SOURCES).toList()) {
            answers.article(blocks, citation);
            titles.add(citation.title());
        }
        int left = sources.all() - titles.size();
        if (left > 0) {
            blocks.plainContext("… and " + left + " more.");
        }
        return new SlackMessage(SlackAnswer.fallback(sources.heading(), titles), blocks.blocks());
    }
}
