package sourcebook.app.chat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.Contracts;
import sourcebook.app.contract.ChartKey;
import sourcebook.app.settings.Settings;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Dialogue;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.render.chart.SignedLinks;
import sourcebook.render.contract.ListPictures;
import sourcebook.render.teams.TeamsCards;
import sourcebook.teams.TeamsEndpoint;

/** Microsoft Teams over a library. */
public final class InTeams {
    private InTeams() {}

    /** The endpoint of the bot, of the webhook or of both, whichever the settings name; it hears how reindexes end. */
    public static TeamsEndpoint endpoint(
            Settings settings, Library library, Librarian librarian, Journal journal, Clock clock) throws IOException {
        ChannelRules rules = new ChannelRules(journal.rules());
        ContractRegister register = new ContractRegister(new Contracts(library::lease), clock);
        SignedLinks signed = new SignedLinks(ChartKey.in(settings.state(), new SecureRandom()));
        TeamsCards cards = new TeamsCards(settings.links(), new ListPictures(signed, settings.links(), clock));
        TeamsEndpoint endpoint = new TeamsEndpoint(
                settings.teams(),
                settings.webhook(),
                new TeamsEndpoint.Parts(
                        new Dialogue(new Answering(library::lease), journal.subjects(), rules, register),
                        rules,
                        librarian,
                        cards,
                        journal,
                        clock,
                        new SplittableRandom()));
        library.listen(endpoint::tellAdmins);
        return endpoint;
    }
}
