package sourcebook.dialogue.understand;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.model.Answer.Found;
import sourcebook.model.AnswerKind;
import sourcebook.model.Evidence;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.audience.Clearance;
import sourcebook.question.Questions;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * Thinks of questions to ask next, and keeps those that have an answer of their own: each is asked before it is shown, once
 * for each generation and clearance. Safe for many threads.
 */
public final class Suggestions {
    private static final int MOST = 3;
    private static final int REMEMBERED = 10_000;

    /** So many are tried at most, for each costs what a question costs. */
    private static final int TRIED = 5;

    private final Cache<Tried, Optional<String>> tried =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * The answer that questions are to follow, and for whom.
     *
     * @param here answers what {@code eyes} may see
     */
    public record Last(Reply reply, Answering here, Clearance eyes, Names names) {}

    private record Tried(String question, long generation, Clearance eyes) {}

    /**
     * What may be asked after an answer.
     *
     * @param party whom the question was about; null for whom the answer names
     */
    public List<String> after(Last last, @Nullable String party) throws IOException {
        if (!(last.reply.answer() instanceof Found found)) {
            return List.of();
        }
        String about = party == null ? named(found, last.names) : party;
        if (about == null) {
            return List.of();
        }
        Set<String> shown = new LinkedHashSet<>();
        found.evidence().forEach(evidence -> shown.add(evidence.text()));
        List<String> next = new ArrayList<>();
        List<String> candidates = candidates(last.reply.question(), found, about, last.names);
        for (String candidate : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
            if (next.size() < MOST
                    && answer(candidate, about, last).filter(shown::add).isPresent()) {
                next.add(candidate);
            }
        }
        return next;
    }

    private Optional<String> answer(String candidate, String about, Last last) throws IOException {
        Tried key = new Tried(candidate, last.reply.generation(), last.eyes);
        Optional<String> known = tried.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Optional<String> answer = ask(candidate, about, last);
        tried.put(key, answer);
        return answer;
    }

    /** The words that answer a question, if they name the party: then it is worth asking. */
    private static Optional<String> ask(String candidate, String about, Last last) throws IOException {
        return last.here.ask(candidate, null, 1).answer() instanceof Found found
                        && last.names.find(spokenOf(found.evidence().getFirst()), Names.Writing.SOURCE).stream()
                                .flatMap(mention -> mention.parties().stream())
                                .anyMatch(party -> party.name().equals(about))
                ? Optional.of(found.evidence().getFirst().text())
                : Optional.empty();
    }

    /** A sentence speaks of what its article's title names. */
    private static String spokenOf(Evidence evidence) {
        return evidence instanceof Quote quote ? quote.citation().title() + ": " + quote.text() : evidence.text();
    }

    private static List<String> candidates(String question, Found found, String about, Names names) {
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
    private static @Nullable String named(Found found, Names names) {
        return found.evidence().stream()
                .flatMap(evidence -> names.find(evidence.text(), Names.Writing.SOURCE).stream())
                .filter(mention -> !mention.ambiguous())
                .map((Mention mention) -> mention.parties().getFirst().name())
                .findFirst()
                .orElse(null);
    }
}
