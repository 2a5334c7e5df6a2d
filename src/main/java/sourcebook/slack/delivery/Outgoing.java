package sourcebook.slack.delivery;

import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackMessage;

/**
 * A message on its way.
 *
 * @param toAll whether everyone in the channel is to see it
 */
public record Outgoing(SlackMessage message, boolean toAll) {
    /** Nothing more is to be said: the work has posted what there was. */
    public static final Outgoing NOTHING = sentence("Done.");

    public static Outgoing privately(SlackMessage message) {
        return new Outgoing(message, false);
    }

    /** A sentence for one person. */
    public static Outgoing sentence(String sentence) {
        return privately(SlackHelp.sentence(sentence));
    }

    /** For a response address, beside the message that it answers. */
    public String json() {
        return toAll ? message.inChannel() : message.privatelyBeside();
    }
}
