package sourcebook.slack.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.library.Librarian;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Order;
import sourcebook.library.report.Report;
import sourcebook.model.Passage;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.SlackAdmin;
import sourcebook.render.slack.SlackReindex;
import sourcebook.render.slack.SlackViews;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.Outgoing;
import sourcebook.slack.talk.Presses;
import sourcebook.slack.talk.Talk;

/**
 * {@code /outsourcing-admin} and the buttons and modals of admins. That somebody is an admin is checked before anything is
 * looked at, and by the librarian again where it is done. Safe for many threads.
 */
public final class Administration {
    private static final System.Logger LOG = System.getLogger(Administration.class.getName());
    private static final Pattern REINDEX = Pattern.compile(
            "reindex(?<full>\\s+full)?(?:\\s+force\\s+(?<why>\\S.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int MAX_REASON = 300;
    private static final String HELP = "reindex: index what has changed, check it and serve it; reindex full reads all"
            + " again, reindex force REASON passes over a refusal\n"
            + "status: what is served, kept and running\n"
            + "cancel: call off the reindex that is running\n"
            + "rollback [N]: serve an earlier index at once\n"
            + "problems: what is wrong with files of the corpus\n"
            + ChannelCommands.HELP;
    private static final String USED =
            "This button was used already, or what it was for has passed. Type /outsourcing-admin status.";

    private final Talk talk;
    private final Delivery delivery;
    private final Librarian librarian;
    private final ChannelCommands channels;
    private final LiveReindex live;

    public Administration(Talk talk, Delivery delivery, LiveReindex live) {
        this.talk = talk;
        this.delivery = delivery;
        this.librarian = talk.librarian();
        this.channels = new ChannelCommands(talk.rules());
        this.live = live;
    }

    /** A command with whatever was typed after it; the JSON to acknowledge with. */
    public String command(Origin origin, String typed, String name) {
        return delivery.inTime(origin, () -> checked(origin, () -> run(origin, typed.strip(), name)));
    }

    /** A button whose action begins as those of admins do. */
    public void press(Origin origin, String action, String sealed, String name) {
        Optional<String> value = talk.sealing().open(action, origin, sealed);
        if (value.isEmpty()) {
            LOG.log(Level.WARNING, "slack admin button refused: not sealed for whoever pressed it");
            delivery.later(origin, () -> Outgoing.sentence(Presses.NOT_YOURS));
            return;
        }
        switch (action) {
            case Seals.DETAILS -> open(origin, () -> details(value.get()));
            case Seals.FORCE ->
                open(
                        origin,
                        () -> SlackAdmin.whyForced(
                                talk.sealing().forPerson(origin).seal(SlackViews.FORCED, value.get())));
            default ->
                delivery.later(origin, () -> {
                    Outgoing told = checked(origin, () -> act(origin, action, value.get(), sealed, name));
                    refresh(origin);
                    return told;
                });
        }
    }

    /** The modal that asks why a refused index is to be served was sent. */
    public void forced(Origin origin, String sealed, String why, String name) {
        if (talk.sealing().open(SlackViews.FORCED, origin, sealed).isEmpty()) {
            LOG.log(Level.WARNING, "slack admin modal refused: not sealed for whoever sent it");
            delivery.later(origin, () -> Outgoing.sentence(Presses.NOT_YOURS));
            return;
        }
        delivery.later(
                origin,
                () -> checked(origin, () -> {
                    if (!unspent(sealed)) {
                        return Outgoing.sentence(USED);
                    }
                    return why.isBlank()
                            ? Outgoing.sentence("A forced reindex needs a reason.")
                            : reindex(origin, false, why.strip(), name);
                }));
    }

    /** Does something for admins; everybody else is told whom to ask. */
    private Outgoing checked(Origin origin, Delivery.Work work) throws IOException {
        if (!talk.admin(origin)) {
            LOG.log(Level.WARNING, "slack admin command refused");
            return whomToAsk(origin);
        }
        try {
            return work.message();
        } catch (Librarian.NotAdmin e) {
            LOG.log(Level.WARNING, "slack admin command refused by the librarian");
            return whomToAsk(origin);
        }
    }

    private Outgoing whomToAsk(Origin origin) {
        return Outgoing.privately(SlackAdmin.whomToAsk(talk.adminsOf(origin.team())));
    }

    private Outgoing run(Origin origin, String typed, String name) throws IOException {
        List<String> words = Arrays.asList(typed.toLowerCase(Locale.ROOT).split("\\s+"));
        String first = words.getFirst();
        LOG.log(Level.INFO, () -> "slack admin command " + first.replaceAll("\\W", ""));
        return switch (first) {
            case "channel" -> Outgoing.sentence(channels.run(origin, words.subList(1, words.size())));
            case "reindex" -> reindex(origin, typed, name);
            case "status" -> Outgoing.privately(SlackAdmin.status(talk.desk()));
            case "cancel" -> cancel(origin, name);
            case "rollback" -> rollBack(origin, words.size() > 1 ? words.get(1) : "", name);
            case "problems" -> Outgoing.privately(SlackAdmin.problems(librarian.problems()));
            default -> Outgoing.sentence(HELP);
        };
    }

    private Outgoing act(Origin origin, String action, String value, String sealed, String name) throws IOException {
        LOG.log(Level.INFO, () -> "slack admin button " + action);
        return switch (action) {
            case Seals.REINDEX -> unspent(sealed) ? reindex(origin, false, null, name) : Outgoing.sentence(USED);
            case Seals.CANCEL -> running(value) ? cancel(origin, name) : Outgoing.sentence(USED);
            case Seals.BACK -> back(origin, value, sealed, name);
            default -> Outgoing.sentence(Presses.NOT_YOURS);
        };
    }

    private Outgoing reindex(Origin origin, String typed, String name) throws IOException {
        Matcher order = REINDEX.matcher(typed);
        return order.matches()
                ? reindex(origin, order.group("full") != null, order.group("why"), name)
                : Outgoing.sentence("Type reindex, reindex full, or reindex force and the reason.");
    }

    private Outgoing reindex(Origin origin, boolean full, @Nullable String why, String name) throws IOException {
        String reason = why == null || why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON);
        return live.start(origin, new Order(actor(origin, name), full, reason));
    }

    private Outgoing cancel(Origin origin, String name) throws IOException {
        return Outgoing.sentence(
                librarian.cancel(actor(origin, name))
                        ? "The reindex is called off; it stops within seconds."
                        : "No reindex is running.");
    }

    private Outgoing rollBack(Origin origin, String number, String name) throws IOException {
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            return Outgoing.sentence("Name a generation by its number, such as: rollback 6. status lists them.");
        }
        OptionalLong chosen = number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
        return Outgoing.sentence(
                switch (librarian.rollBack(chosen, actor(origin, name))) {
                    case Librarian.Back.Served served ->
                        "Generation " + served.generation().number() + " is served.";
                    case Librarian.Back.Refused refused -> refused.reason();
                });
    }

    /** Goes back only from where the button was made for, and once. */
    private Outgoing back(Origin origin, String value, String sealed, String name) throws IOException {
        String[] way = value.split(" ", 2);
        boolean live = librarian.generations().stream()
                .anyMatch(kept -> kept.live() && Long.toString(kept.number()).equals(way[0]));
        return way.length == 2 && live && unspent(sealed) ? rollBack(origin, way[1], name) : Outgoing.sentence(USED);
    }

    private boolean running(String run) throws IOException {
        return librarian
                .progress()
                .filter(progress ->
                        progress.run().equals(run) && !progress.stage().ended())
                .isPresent();
    }

    private boolean unspent(String sealed) throws IOException {
        return talk.journal().spent().first(Origin.PLATFORM + ":" + Passage.sha256(sealed));
    }

    private interface View {
        String json() throws IOException;
    }

    private void open(Origin origin, View view) {
        if (!talk.admin(origin)) {
            delivery.later(origin, () -> checked(origin, () -> whomToAsk(origin)));
        } else if (origin.trigger() != null) {
            String trigger = origin.trigger();
            delivery.aside(() -> talk.api().openView(origin.team(), trigger, view.json()));
        }
    }

    private String details(String generation) throws IOException {
        Optional<Report> kept = librarian.generations().stream()
                .filter(one -> Long.toString(one.number()).equals(generation))
                .findFirst()
                .flatMap(KeptGeneration::report);
        Optional<Report> report = kept.or(() -> refused(generation));
        return report.map(SlackReindex::details).orElseGet(SlackReindex::noDetails);
    }

    private Optional<Report> refused(String generation) {
        try {
            return librarian
                    .report()
                    .filter(report -> Long.toString(report.generation()).equals(generation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the Home tab the buttons change with what was done. */
    private void refresh(Origin origin) {
        if (origin.channel().isEmpty()) {
            delivery.aside(() -> talk.api().publishHome(origin.team(), origin.user(), talk.home(origin)));
        }
    }

    private static Actor actor(Origin origin, String name) {
        return Actor.chat(Talk.adminId(origin), name + " in Slack");
    }
}
