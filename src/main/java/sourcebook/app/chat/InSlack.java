package sourcebook.app.chat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.ContractViews;
import sourcebook.answer.contract.Contracts;
import sourcebook.app.contract.ChartKey;
import sourcebook.app.settings.Settings;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Dialogue;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.model.audience.Clearance;
import sourcebook.render.chart.SignedLinks;
import sourcebook.render.contract.ListPictures;
import sourcebook.render.slack.SlackResponse;
import sourcebook.slack.SlackEndpoint;
import sourcebook.slack.SlackSettings;

/** Slack over a library. */
public final class InSlack {
    private InSlack() {}

    /** What an endpoint is made of besides the library. */
    public record Around(SlackSettings slack, Settings settings, Journal journal, Clock clock) {}

    public static SlackEndpoint endpoint(Around around, Library library, Librarian librarian) throws IOException {
        Settings settings = around.settings();
        Answering answering = new Answering(library::lease);
        ChannelRules rules = new ChannelRules(around.journal().rules());
        ContractRegister register = new ContractRegister(new Contracts(library::lease), around.clock());
        SignedLinks signed = new SignedLinks(ChartKey.in(settings.state(), new SecureRandom()));
        ListPictures pictures = new ListPictures(signed, settings.links(), around.clock());
        return new SlackEndpoint(
                around.slack(),
                new SlackEndpoint.Parts(
                        answering,
                        new Dialogue(answering, around.journal().subjects(), rules, register),
                        rules,
                        around.journal(),
                        librarian,
                        settings.links(),
                        new ContractViews(library::lease, Clearance.PUBLIC),
                        new SlackResponse(settings.links(), pictures)),
                around.clock());
    }
}
