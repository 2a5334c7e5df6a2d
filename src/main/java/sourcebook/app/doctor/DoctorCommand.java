package sourcebook.app.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sourcebook.app.settings.Settings;
import sourcebook.journal.Journal;
import sourcebook.model.check.Finding;
import sourcebook.model.check.Finding.Level;
import sourcebook.slack.SlackSettings;
import sourcebook.slack.checkup.PublicAddress;
import sourcebook.slack.checkup.SlackCheckup;
import sourcebook.teams.Checkup;

/** {@code doctor}: says what is right and what to mend. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks settings, secrets, files, index, tokens and what they allow, clock and address, and says"
                + " what to mend. Exit status 1 if there is something.")
public final class DoctorCommand implements Callable<Integer> {
    private final World world;

    /** What the command works with. */
    public interface World {
        Settings settings();

        PrintStream out();

        Clock clock();
    }

    public DoctorCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = world.settings();
        List<Finding> findings = new ArrayList<>(new LocalChecks(settings, world.clock()).findings());
        if (settings.slack() != null) {
            findings.addAll(slack(settings, settings.slack()));
        }
        if (settings.teams() != null) {
            findings.addAll(Checkup.findings(settings.teams(), world.clock()));
        }
        if (settings.slack() == null && settings.teams() == null && settings.webhook() == null) {
            findings.add(Finding.note(
                    "Neither Slack nor Microsoft Teams is set up.", "See docs/slack.md and docs/teams.md."));
        }
        return told(findings);
    }

    private List<Finding> slack(Settings settings, SlackSettings slack) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try (SlackCheckup checkup = new SlackCheckup(slack, world.clock())) {
            Path file = settings.state().resolve("journal.db");
            if (slack.oauth() != null && Files.exists(file)) {
                Journal.Terms terms = new Journal.Terms(file, settings.secret(), settings.questionsKept());
                try (Journal journal = Journal.open(terms, world.clock())) {
                    findings.addAll(checkup.findings(journal.installations().orElse(null)));
                }
            } else {
                findings.addAll(checkup.findings(null));
            }
        }
        boolean posted = slack.appToken() == null;
        findings.addAll(new PublicAddress(settings.links().base()).findings(posted));
        return findings;
    }

    private int told(List<Finding> findings) {
        for (Finding finding : findings) {
            String mark = switch (finding.level()) {
                case GOOD -> "ok    ";
                case NOTE -> "note  ";
                case BAD -> "MEND  ";
            };
            world.out().println(mark + finding.what());
            if (!finding.mend().isEmpty()) {
                world.out().println("      " + finding.mend());
            }
        }
        long bad = findings.stream()
                .filter(finding -> finding.level() == Level.BAD)
                .count();
        world.out()
                .println(
                        bad == 0
                                ? "All is well."
                                : bad == 1 ? "1 thing is to be mended." : bad + " things are to be mended.");
        return bad == 0 ? 0 : 1;
    }
}
