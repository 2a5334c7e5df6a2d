package sourcebook.dialogue.understand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.model.Answer.Found;
import sourcebook.model.AnswerKind;
import sourcebook.model.Evidence;
import sourcebook.model.Quote;
import sourcebook.question.Questions;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/** Thinks of questions to ask next, and keeps those that have an answer of their own: each is asked before it is shown. */
public final class Suggestions {
    private static final int MOST = 3;

    /** So many are tried at most, for each costs what a question costs. */
    private static final int TRIED = 5;

    private final Answering answering;
    private final Names names;

    /** Questions for whoever may see what these answer from. */
    public Suggestions(Answering answering, Names names) {
        this.answering = answering;
        this.names = names;
    }

    /** What may be asked after an answer. */
    public List<String> after(String question, Found found, @Nullable String party) throws IOException {
        String about = party == null ? named(found) : party;
        if (about == null) {
            return List.of();
        }
        Set<String> shown = new LinkedHashSet<>();
        found.evidence().forEach(evidence -> shown.add(evidence.text()));
        List<String> next = new ArrayList<>();
        List<String> candidates = candidates(question, found, about);
        for (String candidate : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
            if (next.size() < MOST && answers(candidate, about, shown)) {
                next.add(candidate);
            }
        }
        return next;
    }

    /** A question is worth asking if its answer names the party and was not shown yet. */
    private boolean answers(String candidate, String about, Set<String> shown) throws IOException {
        return answering.ask(candidate, null, 1).answer() instanceof Found found
                && names.find(spokenOf(found.evidence().getFirst()), Names.Writing.SOURCE).stream()
                        .flatMap(mention -> mention.parties().stream())
                        .anyMatch(party -> party.name().equals(about))
                && shown.add(found.evidence().getFirst().text());
    }

    /** A sentence speaks of what its article's title names. */
    private static String spokenOf(Evidence evidence) {
        return evidence instanceof Quote quote ? quote.citation().title() + ": " + quote.text() : evidence.text();
    }

    private List<String> candidates(String question, Found found, String about) {
        AnswerKind asked = Questions.read(question, names, null).wanted();
        Map<String, @Nullable AnswerKind> all = new LinkedHashMap<>();
        for (Evidence evidence : found.evidence()) {
            if (evidence instanceof Quote quote && quote.speaker() != null) {
                all.put("What did " + quote.speaker().replaceFirst(",.*", "") + " say about " + about + "?", null);
                break;
            }
        }
        all.put("How long is the " + about + " contract?", AnswerKind.DURATION);
        all.put("How much is the " + about + " contract worth?", AnswerKind.MONEY);
        all.put("When did the " + about + " contract end?", AnswerKind.DATE);
        all.put("Who runs services for " + about + "?", AnswerKind.NAME);
        all.put("How many staff moved in the " + about + " contract?", AnswerKind.NUMBER);
        List<String> candidates = new ArrayList<>();
        all.forEach((text, kind) -> {
            if ((kind == null || kind != asked) && !text.equalsIgnoreCase(question)) {
                candidates.add(text);
            }
        });
        return candidates;
    }

    /** The first party that the answer itself names. */
    private @Nullable String named(Found found) {
        return found.evidence().stream()
                .flatMap(evidence -> names.find(evidence.text(), Names.Writing.SOURCE).stream())
                .filter(mention -> !mention.ambiguous())
                .map((Mention mention) -> mention.parties().getFirst().name())
                .findFirst()
                .orElse(null);
    }
}
