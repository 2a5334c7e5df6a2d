package sourcebook.dialogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.answer.Sources;
import sourcebook.dialogue.understand.Command;
import sourcebook.dialogue.understand.FollowUp;
import sourcebook.dialogue.understand.Suggestions;
import sourcebook.dialogue.verify.Claim;
import sourcebook.dialogue.verify.Verifier;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Found;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.question.Questions;
import sourcebook.question.Saying;
import sourcebook.question.contract.ListQuestion;
import sourcebook.text.Names;
import sourcebook.text.Passages;

/**
 * The one way in for whatever a person says to Sourcebook, on every platform. Safe for many threads.
 *
 * <p>Every method throws {@link Answering.NotReady} before the first index is served.
 */
public final class Dialogue {
    /** So many quotes are shown at a time. */
    public static final int QUOTES = 3;

    /** One quote more than a page has tells whether there is another page. */
    private static final int FIRST_PAGE = QUOTES + 1;

    private static final int EXAMPLES = 3;
    private static final int ARTICLES = 20;
    private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b");

    private final Answering answering;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Register register;
    private final Suggestions suggestions = new Suggestions();

    public Dialogue(Answering answering, Subjects subjects, Audiences audiences, Register register) {
        this.answering = answering;
        this.subjects = subjects;
        this.audiences = audiences;
        this.register = register;
    }

    /** Answers what was said, whatever it is. */
    public Response hear(Utterance said) throws IOException {
        return switch (Command.of(said.text())) {
            case Command.Help help -> help(said);
            case Command.Said words -> said(said, words.saying());
            case Command.Verify verify -> verify(said.saying(verify.text()));
            case Command.Source source -> sources(said);
            case Command.Contracts contracts ->
                register.contracts(Questions.clean(contracts.about()), audiences.of(said));
            case Command.Expiring expiring -> register.expiring(Questions.clean(expiring.within()), audiences.of(said));
            case Command.Ask ask ->
                ListQuestion.isOne(ask.question()) ? listed(said, ask.question()) : asked(said, ask.question());
        };
    }

    /** The contracts that plain words ask for; where there are none, what the articles say. */
    private Response listed(Utterance said, String question) throws IOException {
        Response response = register.contracts(Questions.clean(question), audiences.of(said));
        return response instanceof Response.Listed listed && listed.listing().count() > 0
                ? response
                : asked(said, question);
    }

    /**
     * Further quotes of an answer.
     *
     * @param said the question of the answer's {@link Reply}, with who asks for more of it and where
     * @param page from 1
     */
    public Response more(Utterance said, int page) throws IOException {
        Reply reply = here(said).ask(said.text(), null, Desk.DEEPEST);
        return Paging.page(reply, null, page, List.of());
    }

    /** The commands, and examples that can be answered here. */
    public Response.Help help(Utterance said) throws IOException {
        return new Response.Help(Command.HELP, here(said).examples(EXAMPLES));
    }

    /** Compares the words of a text with the sources: those in quotation marks, or else all. */
    public Response verify(Utterance said) throws IOException {
        if (said.text().isBlank()) {
            return new Response.Told("Type verify and the words in quotation marks: verify \"words\" by NAME.");
        }
        return verify(said, Claim.of(said.text()));
    }

    /** Compares claims with the sources, one or more. */
    public Response.Verified verify(Utterance said, List<Claim> given) throws IOException {
        List<Verification> claims = here(said).read(sources -> {
            Verifier verifier = new Verifier(sources);
            List<Verification> verified = new ArrayList<>();
            for (Claim claim : given) {
                verified.add(verifier.verify(claim));
            }
            return verified;
        });
        return new Response.Verified(claims);
    }

    /** The paragraph around a quote that was shown; empty where the corpus no longer has it there, or not for this place. */
    public Optional<Context> context(Utterance said, Quote.Place place) throws IOException {
        return here(said).read(sources -> {
            Optional<Quote> sentence = sources.quote(place);
            Optional<Article> article = sources.article(place.article());
            return sentence.isEmpty() || article.isEmpty()
                    ? Optional.<Context>empty()
                    : paragraph(article.get(), sentence.get());
        });
    }

    /** The quotes at places that were shown, as far as the corpus still has them and they may be seen here. */
    public List<Quote> again(Utterance said, List<Quote.Place> places) throws IOException {
        return here(said).again(places);
    }

    private static Optional<Context> paragraph(Article article, Quote sentence) {
        Passage stored = sentence.passage();
        if (!article.text().startsWith(stored.text(), stored.start())) {
            return Optional.empty();
        }
        return Passages.paragraphs(article.text()).stream()
                .filter(span -> span.contains(sentence.span()))
                .findFirst()
                .map((Span span) -> new Context(sentence, new Quote(Passage.of(article, span), span, null, 0)));
    }

    private Answering here(Utterance said) {
        return answering.seenBy(audiences.of(said));
    }

    private Response said(Utterance said, Saying saying) throws IOException {
        if (saying.question().length() > Questions.MAX_LENGTH) {
            return tooLong();
        }
        Reply reply = here(said).said(saying, Desk.DEEPEST);
        remember(said, reply, null, here(said).read(Sources::names));
        return Paging.page(reply, null, 0, List.of());
    }

    private static Response tooLong() {
        return new Response.Told(
                "That is longer than " + Questions.MAX_LENGTH + " characters. Please ask in fewer words.");
    }

    private Response asked(Utterance said, String typed) throws IOException {
        if (typed.length() > Questions.MAX_LENGTH) {
            return tooLong();
        }
        String text = Questions.clean(typed);
        if (text.isEmpty()) {
            return help(said);
        }
        Answering here = here(said);
        Names names = here.read(Sources::names);
        Optional<Subject> last = subjects.last(Strand.of(said));
        Optional<FollowUp> follow = last.isEmpty() ? Optional.empty() : followUp(text, last.get(), here, names);
        Reply reply = follow.isEmpty() ? here.ask(text, null, FIRST_PAGE) : firstAnswered(follow.get(), here);
        boolean same = reply.question().equals(text);
        remember(said, reply, same ? null : last.orElse(null), names);
        List<String> next = suggestions.after(
                new Suggestions.Last(reply, here, audiences.of(said), names), party(reply.question(), names));
        return Paging.page(reply, same ? null : reply.question(), 0, next);
    }

    private static Optional<FollowUp> followUp(String text, Subject last, Answering here, Names names)
            throws IOException {
        String id = last.article();
        String title = id == null
                ? null
                : here.article(id).map(article -> article.citation().title()).orElse(null);
        return FollowUp.of(text, last, title, names);
    }

    /** The first reading that has an answer; where none has, the first, for its refusal. */
    private static Reply firstAnswered(FollowUp follow, Answering here) throws IOException {
        Reply first = here.ask(follow.questions().getFirst(), null, FIRST_PAGE);
        Reply reply = first;
        for (String question : follow.questions().subList(1, follow.questions().size())) {
            if (!(reply.answer() instanceof Answer.NotFound)) {
                break;
            }
            reply = here.ask(question, null, FIRST_PAGE);
        }
        return reply.answer() instanceof Answer.NotFound ? first : reply;
    }

    /** Keeps what the answer was about. With {@code before}, the question went on from there. */
    private void remember(Utterance said, Reply reply, @Nullable Subject before, Names names) {
        String party = party(reply.question(), names);
        String article = reply.answer() instanceof Found found ? article(found) : null;
        Matcher year = YEAR.matcher(reply.question());
        subjects.remember(
                Strand.of(said),
                new Subject(
                        reply.question(),
                        party == null && before != null ? before.party() : party,
                        article == null && before != null ? before.article() : article,
                        year.find() ? year.group() : null));
    }

    private static @Nullable String party(String question, Names names) {
        return names.find(question, Names.Writing.QUESTION).stream()
                .filter(mention -> !mention.ambiguous())
                .map(mention -> mention.parties().getFirst().name())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String article(Found found) {
        return found.evidence().stream()
                .flatMap(evidence -> citation(evidence).stream())
                .map(Citation::article)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Citation> citation(Evidence evidence) {
        return evidence instanceof Quote quote ? Optional.of(quote.citation()) : Optional.empty();
    }

    /** The sources of the last answer in this conversation, or else some of the articles. */
    private Response sources(Utterance said) throws IOException {
        Optional<Subject> last = subjects.last(Strand.of(said));
        if (last.isPresent()
                && here(said).ask(last.get().question(), null, Desk.DEEPEST).answer() instanceof Found found) {
            Set<Citation> cited = new LinkedHashSet<>();
            found.evidence().forEach(evidence -> citation(evidence).ifPresent(cited::add));
            if (!cited.isEmpty()) {
                return new Response.Sources(
                        "The sources for “" + last.get().question() + "”:", List.copyOf(cited), cited.size());
            }
        }
        return here(said).read(sources -> {
            List<Citation> some = sources.articles(ARTICLES);
            String which = sources.count() > some.size()
                    ? sources.count() + " articles are searched; these are the first " + some.size() + ":"
                    : "These articles are searched:";
            return new Response.Sources(which, some, sources.count());
        });
    }
}
