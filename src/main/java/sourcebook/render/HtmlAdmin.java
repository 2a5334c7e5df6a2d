package sourcebook.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.progress;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import sourcebook.library.report.KeptFeed;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.Listed;
import sourcebook.model.Generation;

/** The admin page, which works without script. */
public final class HtmlAdmin {
    private static final int SHOWN = 50;

    private HtmlAdmin() {}

    /**
     * What the page shows.
     *
     * @param csrf what each form brings along
     * @param told what came of the last button where it did not do what it says; may be empty
     */
    public record View(
            String csrf,
            String told,
            Optional<Progress> progress,
            List<KeptGeneration> generations,
            List<KeptFeed> feeds,
            Optional<Report> report) {
        public View {
            generations = List.copyOf(generations);
            feeds = List.copyOf(feeds);
        }

        /** Whether the page will be another one in a moment. */
        public boolean running() {
            return progress.isPresent() && !progress.get().stage().ended();
        }
    }

    /** The form that asks for the token. */
    public static String login(String told) {
        return HtmlPages.page(
                "Admin · Sourcebook",
                header(h1(a("Sourcebook").withHref("/"))),
                main(
                        h2("Admin"),
                        told(told),
                        form(
                                        input().withName("username")
                                                .withValue("admin")
                                                .attr("autocomplete", "username")
                                                .attr("hidden", null),
                                        label("Token").withFor("token"),
                                        div(
                                                        input().withId("token")
                                                                .withName("token")
                                                                .withType("password")
                                                                .attr("autocomplete", "current-password")
                                                                .attr("autofocus", null),
                                                        button("Log in").withType("submit"))
                                                .withClass("ask"))
                                .withAction("/admin/login")
                                .withMethod("post")));
    }

    /** The page itself. */
    public static String page(View view) {
        return HtmlPages.page(
                "Admin · Sourcebook",
                header(h1(a("Sourcebook").withHref("/")), p("Admin")),
                main(
                        told(view.told()),
                        section(h2("Reindex"), state(view.progress()), buttons(view)),
                        section(h2("Generations"), generations(view)),
                        iff(!view.feeds().isEmpty(), section(h2("Feeds"), ul(each(view.feeds(), HtmlAdmin::feed)))),
                        report(view.report())),
                one(view, "logout", "Log out"));
    }

    private static DomContent told(String words) {
        return iff(!words.isEmpty(), p(words).attr("role", "alert").withClass("alert"));
    }

    private static DomContent state(Optional<Progress> last) {
        return last.map(HtmlAdmin::state).orElse(p("No reindex has run in this folder yet."));
    }

    private static DomContent state(Progress now) {
        return div(
                p(strong(now.stage().toString()), span(" · ordered by " + now.by() + ", " + time(now.since()))),
                iff(
                        now.all() > 0,
                        each(
                                progress()
                                        .attr("max", "1")
                                        .attr("value", Double.toString(now.share()))
                                        .attr("aria-label", "How much of this step is done"),
                                p(now.done() + " of " + now.all() + " " + now.unit() + left(now)))),
                p(counts(now.work())),
                each(now.reasons(), reason -> p(reason)));
    }

    private static String counts(Progress.Work work) {
        return work.filesRead() + " files read, " + work.filesKept() + " unchanged, " + work.articles() + " articles, "
                + work.embedded() + " sentences embedded, " + work.problems() + " problems";
    }

    private static String left(Progress now) {
        return now.secondsLeft() == Progress.UNKNOWN ? "" : ", about " + now.secondsLeft() + " s left";
    }

    private static DomContent buttons(View view) {
        if (view.running()) {
            return one(view, "cancel", "Cancel");
        }
        return form(
                        csrf(view),
                        button("Reindex").withType("submit"),
                        details(
                                summary("Otherwise than usual"),
                                label(
                                        input().withName("full")
                                                .withType("checkbox")
                                                .withValue("yes"),
                                        span(" Read every file again")),
                                label("Why a failed check is to be passed over").withFor("force"),
                                input().withId("force").withName("force").withMaxlength("300")))
                .withAction("/admin/reindex")
                .withMethod("post")
                .withClass("action");
    }

    private static DomContent one(View view, String action, String words) {
        return form(csrf(view), button(words).withType("submit"))
                .withAction("/admin/" + action)
                .withMethod("post")
                .withClass("action");
    }

    private static DomContent csrf(View view) {
        return input().withName("csrf").withType("hidden").withValue(view.csrf());
    }

    private static DomContent generations(View view) {
        return div(table(
                        thead(tr(th("Number"), th("Built"), th("By"), th("Articles"), th("Model"), th(""))),
                        tbody(each(view.generations(), kept -> generation(view, kept)))))
                .withClass("wide");
    }

    private static DomContent generation(View view, KeptGeneration kept) {
        Generation generation = kept.generation();
        if (generation == null) {
            return tr(td(Long.toString(kept.number())), td("cannot be read").attr("colspan", "5"));
        }
        DomContent back = form(
                        csrf(view),
                        input().withName("generation").withType("hidden").withValue(Long.toString(kept.number())),
                        button("Serve " + kept.number()).withType("submit"))
                .withAction("/admin/rollback")
                .withMethod("post");
        return tr(
                td(Long.toString(kept.number())),
                td(time(generation.builtAt())),
                td(kept.by()),
                td(Integer.toString(generation.holdings().articles())),
                td(generation.model()),
                td(kept.live() ? strong("live") : back));
    }

    private static DomContent feed(KeptFeed feed) {
        Instant at = feed.lookedAt();
        return li(
                strong(feed.name()),
                span(": " + Wording.count(feed.articles(), "article") + ", "
                        + (at == null ? "not asked yet" : "asked " + time(at))),
                each(feed.problems(), problem -> p(problem)));
    }

    private static DomContent report(Optional<Report> last) {
        return last.map(HtmlAdmin::report).orElse(section());
    }

    private static DomContent report(Report report) {
        return section(
                h2("What the last reindex changed"),
                p("Generation " + report.generation() + ": " + report.outcome() + " · " + report.by() + ", "
                        + time(report.at()) + ". " + report.how()),
                each(report.reasons(), reason -> p(reason).withClass("alert")),
                iff(report.forced() != null, p("Forced: " + report.forced())),
                ids("added", report.articles().added()),
                ids("changed", report.articles().changed()),
                ids("removed", report.articles().removed()),
                each(report.golden().stream().limit(SHOWN).toList(), HtmlAdmin::golden),
                iff(
                        !report.lost().isEmpty(),
                        div(
                                h2("Quotes of kept answers that are gone"),
                                ul(each(
                                        report.lost().stream().limit(SHOWN).toList(),
                                        lost -> li("“" + lost.words() + "” in " + lost.article() + " (" + lost.answer()
                                                + ")"))))),
                iff(
                        !report.problems().isEmpty(),
                        div(
                                h2("Problems"),
                                ul(each(
                                        report.problems().stream().limit(SHOWN).toList(),
                                        problem -> li(problem.toString()))))));
    }

    private static DomContent ids(String what, Listed listed) {
        return iff(
                listed.count() > 0,
                details(
                        summary(listed.count() + (listed.count() == 1 ? " article " : " articles ") + what),
                        ul(each(listed.ids(), id -> li(id)))));
    }

    private static DomContent golden(Report.GoldenChange change) {
        return div(table(tbody(
                        tr(th(change.question()).attr("colspan", "2")),
                        tr(
                                td("before" + (change.worked() ? ", right" : ", not right")),
                                td("now" + (change.works() ? ", right" : ", not right"))),
                        tr(td(change.before()), td(change.now())))))
                .withClass("wide");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }
}
