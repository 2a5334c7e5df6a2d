package sourcebook.teams.admin;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.ChannelRules;
import sourcebook.library.Librarian;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.render.teams.AdminCards;
import sourcebook.render.teams.Card;
import sourcebook.render.teams.TeamsCards;
import sourcebook.teams.wire.Activity;

/**
 * What admins order in Teams. Nothing is done or told before it is known that whoever orders it is one, by tenant and AAD
 * object id; the librarian looks again. Safe for many threads.
 */
public final class Administration {
    private static final System.Logger LOG = System.getLogger(Administration.class.getName());
    private static final int MAX_NAME = 60;

    /** Ids of other platforms have no hyphens. */
    private static final Predicate<String> OURS = id -> id.contains("-");

    private final Librarian librarian;
    private final ChannelOrders channels;
    private final Set<String> admins;
    private final TeamsCards cards;
    private final Duration gap;
    private final AdminCards admin = new AdminCards();

    /** Who has the card of the reindex that they started in their personal chat. */
    private volatile @Nullable Actor watching;

    /**
     * An administration.
     *
     * @param admins tenant and AAD object id of each admin, joined by a colon
     * @param gap how long the card of a running reindex stays as it is, at least
     */
    public Administration(Librarian librarian, ChannelRules rules, Set<String> admins, TeamsCards cards, Duration gap) {
        this.librarian = librarian;
        this.channels = new ChannelOrders(rules);
        this.admins = admins.stream().filter(OURS).collect(Collectors.toUnmodifiableSet());
        this.cards = cards;
        this.gap = gap;
    }

    /**
     * What comes of an order.
     *
     * @param following keeps the message with the card from now on; null where it stays as it is
     */
    public record Done(Card card, @Nullable Following following) {}

    /**
     * Does what somebody ordered, if it is an admin.
     *
     * @param alone whether nobody else sees the answer; others get figures, for words of articles may not be theirs to see
     */
    public Done run(AdminCommand command, Activity by, boolean alone) throws IOException {
        String id = id(by);
        String kind = command.getClass().getSimpleName();
        if (!admins.contains(id)) {
            LOG.log(Level.WARNING, "teams admin command refused: " + kind);
            return done(refusal(by, id));
        }
        LOG.log(Level.INFO, "teams admin command " + kind);
        try {
            return allowed(command, by, Actor.chat(id, name(by)), alone);
        } catch (Librarian.NotAdmin e) {
            return done(refusal(by, id));
        }
    }

    private Done allowed(AdminCommand command, Activity by, Actor actor, boolean alone) throws IOException {
        return switch (command) {
            case AdminCommand.Reindex reindex -> reindex(new Order(actor, reindex.full(), reindex.force()), alone);
            case AdminCommand.Status status -> done(admin.status(librarian.generations(), librarian.progress(), alone));
            case AdminCommand.Standing standing -> done(standing(alone));
            case AdminCommand.Changes changes ->
                done(librarian
                        .report()
                        .map(alone ? admin::changes : this::onlyAlone)
                        .orElseGet(() -> cards.sentence("No reindex has been checked yet.")));
            case AdminCommand.Cancel cancel ->
                done(cards.sentence(
                        librarian.cancel(actor)
                                ? "The reindex is called off; it stops within some seconds."
                                : "No reindex is running."));
            case AdminCommand.RollBack back -> done(back(back.number(), actor));
            case AdminCommand.Problems problems -> done(admin.problems(librarian.problems(), alone));
            case AdminCommand.Channel channel -> done(cards.sentence(channels.run(channel.words(), by)));
            case AdminCommand.Help help -> done(admin.help(AdminCommand.HELP));
        };
    }

    private static Done done(Card card) {
        return new Done(card, null);
    }

    private Done reindex(Order order, boolean alone) throws IOException {
        Following following = new Following(gap, new Following.Drawing() {
            @Override
            public Card running(Progress now) {
                return admin.running(now, alone);
            }

            @Override
            public Card ended(@Nullable Progress last, Reindex outcome) throws IOException {
                return admin.ended(new AdminCards.Ended(order.by().name(), last, outcome, before()), alone);
            }
        });
        Actor before = watching;
        watching = alone ? order.by() : null;
        return switch (librarian.start(order, following, following)) {
            case Librarian.Start.Started started -> new Done(admin.running(started.first(), alone), following);
            case Librarian.Start.Busy busy -> {
                watching = before;
                yield done(standing(alone));
            }
        };
    }

    private Card standing(boolean alone) throws IOException {
        return librarian
                .progress()
                .map(now -> admin.running(now, alone))
                .orElseGet(() -> cards.sentence("No reindex has run in this folder yet."));
    }

    private Card onlyAlone(Report report) {
        return cards.sentence("What generation " + report.generation()
                + " changed is shown in a personal chat alone. Ask there: admin changes");
    }

    private Card back(OptionalLong number, Actor actor) throws IOException {
        return switch (librarian.rollBack(number, actor)) {
            case Librarian.Back.Served served ->
                cards.sentence("Generation " + served.generation().number()
                        + " is served now. The index that was left is not built again by itself.");
            case Librarian.Back.Refused refused -> cards.sentence(refused.reason());
        };
    }

    /** How a reindex ended that was ordered anywhere, for an admin's own eyes. */
    public Card told(String by, Reindex outcome) throws IOException {
        return admin.ended(new AdminCards.Ended(by, null, outcome, before()), true);
    }

    /** The admins who do not see how a reindex ended unless they are told. */
    public Set<String> toBeTold(String by) {
        Actor seeing = watching;
        return seeing == null || !seeing.name().equals(by)
                ? admins
                : admins.stream().filter(id -> !id.equals(seeing.chatId())).collect(Collectors.toSet());
    }

    /** The generation before the one that is served. */
    private OptionalLong before() throws IOException {
        List<KeptGeneration> kept = librarian.generations();
        Optional<KeptGeneration> live =
                kept.stream().filter(KeptGeneration::live).findFirst();
        return live.isEmpty()
                ? OptionalLong.empty()
                : kept.stream()
                        .filter(generation -> generation.generation() != null)
                        .mapToLong(KeptGeneration::number)
                        .filter(number -> number < live.get().number())
                        .findFirst();
    }

    /** Whom to ask; and in private what to tell them, for it is what the setting names. */
    private Card refusal(Activity by, String id) {
        String whom = admins.isEmpty()
                ? "Only admins of Sourcebook can do that, and none is named for Teams. Ask whoever runs Sourcebook to name"
                        + " some in the setting SOURCEBOOK_ADMINS."
                : "Only admins of Sourcebook can do that. Ask whoever runs Sourcebook in your organisation; the setting"
                        + " SOURCEBOOK_ADMINS names the admins.";
        return cards.sentence(by.personal() && !id.endsWith(":") ? whom + " There you would be " + id + "." : whom);
    }

    /** As the setting writes it; without an object id nobody is an admin. */
    private static String id(Activity by) {
        return (by.tenant().orElse("") + ":" + by.from().aadObjectId()).toLowerCase(Locale.ROOT);
    }

    private static String name(Activity by) {
        String name =
                by.from().name().isBlank() ? by.from().aadObjectId() : by.from().name();
        return name.codePoints()
                        .limit(MAX_NAME)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + " in Teams";
    }
}
