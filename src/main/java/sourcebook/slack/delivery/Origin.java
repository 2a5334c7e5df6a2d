package sourcebook.slack.delivery;

import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Asker;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Utterance;
import sourcebook.journal.Person;

/**
 * Who did something in Slack, where, and how they can be answered.
 *
 * @param team the workspace in which it was done
 * @param home the workspace that the person belongs to; another one for guests from elsewhere in a shared channel
 * @param channel empty where it was not in a channel, such as on the Home tab
 * @param thread the thread's timestamp, null outside of threads
 * @param direct whether nobody but the person reads along in the channel
 * @param responseUrl where answers for this may be posted for a while, null where there is no such address
 * @param trigger allows one modal to be opened within three seconds, null where none may be
 */
public record Origin(
        String team,
        String user,
        String home,
        String channel,
        @Nullable String thread,
        boolean direct,
        @Nullable String responseUrl,
        @Nullable String trigger) {
    public static final String PLATFORM = "slack";

    /** Somebody of the workspace itself. */
    public Origin(
            String team,
            String user,
            String channel,
            @Nullable String thread,
            boolean direct,
            @Nullable String responseUrl,
            @Nullable String trigger) {
        this(team, user, team, channel, thread, direct, responseUrl, trigger);
    }

    /** The same, done by somebody of that workspace; of the one in which it was done where Slack names none. */
    public Origin of(@Nullable String ofHome) {
        return ofHome == null || ofHome.isEmpty()
                ? this
                : new Origin(team, user, ofHome, channel, thread, direct, responseUrl, trigger);
    }

    public Utterance saying(String text) {
        return new Utterance(new Asker(PLATFORM, team, user), new Place(PLATFORM, team, channel, thread, direct), text);
    }

    public Person person() {
        return new Person(PLATFORM, team, user);
    }

    /** Whether the person is a guest from another workspace. */
    public boolean guest() {
        return !home.equals(team);
    }

    /** Unique among platforms. */
    public String channelId() {
        return PLATFORM + ":" + team + ":" + channel;
    }

    /** The same in a thread. */
    public Origin in(String ofThread) {
        return new Origin(team, user, home, channel, ofThread, direct, null, trigger);
    }

    /** The person by themselves: what is posted goes to their direct conversation with us. */
    public Origin alone() {
        return new Origin(team, user, home, "", null, false, null, null);
    }
}
