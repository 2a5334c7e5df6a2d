package sourcebook.teams;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Dialogue;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.report.Reindex;
import sourcebook.render.teams.TeamsCards;
import sourcebook.teams.admin.Administration;
import sourcebook.teams.trust.Http;
import sourcebook.teams.trust.InboundTokens;
import sourcebook.teams.trust.OwnToken;
import sourcebook.teams.trust.SigningKeys;
import sourcebook.teams.wire.Connector;
import sourcebook.teams.wire.Workers;

/**
 * Teams' requests in, our messages out: {@link #gate} and then {@link #servlet} are to be mounted at {@code /api/*}.
 * No call to Microsoft is needed to start.
 */
public final class TeamsEndpoint implements AutoCloseable {
    /** Of the five seconds that Teams waits for a search and for a webhook. */
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    /** A conversation may change a message more often, and the others in it may want to say something as well. */
    private static final Duration GAP = Duration.ofSeconds(3);

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_ANSWER = 1 << 20;

    private static final System.Logger LOG = System.getLogger(TeamsEndpoint.class.getName());

    private final Workers workers = new Workers();
    private final Http http;
    private final @Nullable OwnToken token;
    private final @Nullable Conversation conversation;
    private final @Nullable Administration administration;
    private final TeamsServlet servlet;

    /** What an endpoint answers from and with. */
    public record Parts(
            Dialogue dialogue,
            ChannelRules rules,
            Librarian librarian,
            TeamsCards cards,
            Journal journal,
            Clock clock,
            RandomGenerator random) {}

    /**
     * An endpoint of a bot, of an outgoing webhook, or of both.
     *
     * @param settings null where there is no bot
     * @param webhook null where there is no webhook
     */
    public TeamsEndpoint(@Nullable TeamsSettings settings, @Nullable WebhookSettings webhook, Parts parts) {
        this(settings, webhook, parts, new Tempo(CALL_TIMEOUT, PATIENCE, GAP, time -> Thread.sleep(time)));
    }

    /** How long things may take, and how waiting is done. */
    record Tempo(Duration call, Duration patience, Duration gap, Connector.Pause pause) {}

    TeamsEndpoint(@Nullable TeamsSettings settings, @Nullable WebhookSettings webhook, Parts parts, Tempo tempo) {
        this.http = new Http(tempo.call(), MAX_ANSWER);
        Answers answers = new Answers(parts.dialogue(), parts.rules(), parts.cards());
        Webhook hook = webhook == null ? null : new Webhook(webhook, answers, workers, tempo.patience());
        if (settings == null) {
            token = null;
            conversation = null;
            administration = null;
            servlet = new TeamsServlet(null, hook);
            return;
        }
        SigningKeys keys = new SigningKeys(settings.openId(), http, parts.clock());
        token = new OwnToken(settings.login(), settings.tenant(), settings.app(), keys::issuer, http, parts.clock());
        Memory memory = new Memory(parts.journal());
        Connector connector = new Connector(settings.hosts(), token, http, tempo.pause(), parts.random());
        administration =
                new Administration(parts.librarian(), parts.rules(), settings.admins(), parts.cards(), tempo.gap());
        conversation = new Conversation(answers, administration, connector, memory, workers);
        servlet = new TeamsServlet(
                new TeamsServlet.Bot(
                        new InboundTokens(settings.app().appId(), keys, parts.clock()),
                        settings.hosts(),
                        settings.tenants(),
                        conversation,
                        new Invokes(answers, administration, memory, workers, tempo.patience())),
                hook);
    }

    /** To stand before the servlet. */
    public Filter gate() {
        return new Gate();
    }

    public HttpServlet servlet() {
        return servlet;
    }

    /**
     * Logs in, to tell at the start whether the app's password works.
     *
     * @return one sentence for the log
     */
    public String checkToken() {
        if (token == null) {
            return "Teams: no TEAMS_APP_ID is set; the outgoing webhook works without it.";
        }
        try {
            token.token();
            return "Teams: logged in.";
        } catch (IOException e) {
            return "Teams: could not log in: " + e.getMessage();
        }
    }

    /**
     * Tells all admins how a reindex ended, in their personal conversations with us as far as they have any; those who see
     * it already are not told again, and nobody that nothing had changed.
     *
     * @param by who ordered it
     */
    public void tellAdmins(String by, Reindex outcome) {
        if (conversation == null || administration == null || outcome instanceof Reindex.Unchanged) {
            return;
        }
        try {
            conversation.tell(administration.toBeTold(by), administration.told(by, outcome));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Admins could not be told how a reindex ended: " + e.getMessage());
        }
    }

    /** Lets work in hand finish for a while, then stops. */
    @Override
    public void close() {
        workers.close();
        http.close();
    }
}
