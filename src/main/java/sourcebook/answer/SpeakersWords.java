package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sourcebook.index.Lease;
import sourcebook.index.Query;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Passage;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.question.Question;
import sourcebook.question.Saying;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Model;
import sourcebook.text.Names;
import sourcebook.text.Passages;
import sourcebook.text.Sentences;
import sourcebook.text.speech.Speaker;
import sourcebook.text.speech.SpeakerNames;
import sourcebook.text.speech.Speakers;

/**
 * Answers with the words of one speaker, and with nothing but what the text itself gives as theirs. For one answer and one
 * thread.
 */
final class SpeakersWords {
    /** Passages that are looked into for the speaker. */
    private static final int PASSAGES = 200;

    private static final int SHOWN_OFF_TOPIC = 2;

    private final Lease index;
    private final Question question;
    private final Saying saying;
    private final List<Candidate> own = new ArrayList<>();
    private boolean named;
    private double confidence;

    private SpeakersWords(Question question, Saying saying, Lease index) {
        this.index = index;
        this.question = question;
        this.saying = saying;
    }

    /** An answer in the speaker's own words; empty where there are none on the topic, and the question may be put to all. */
    static Optional<Answer> ask(Question question, Lease index, int limit) throws IOException {
        Saying saying = question.saying();
        if (saying == null) {
            return Optional.empty();
        }
        SpeakersWords words = new SpeakersWords(question, saying, index);
        List<Choice> choices = words.choices();
        return words.onTopic(choices) ? Optional.of(words.found(choices, limit)) : Optional.empty();
    }

    /** The same where nobody else's words will do: without any on the topic it is a refusal that shows the others. */
    static Answer askOnly(Question question, Saying saying, Lease index, int limit) throws IOException {
        SpeakersWords words = new SpeakersWords(question, saying, index);
        List<Choice> choices = words.choices();
        if (words.onTopic(choices)) {
            return words.found(choices, limit);
        }
        Reason reason = words.known() ? Reason.NOT_SAID : Reason.UNKNOWN_SPEAKER;
        return new Answer.NotFound(
                reason,
                0,
                index.generation().holdings(),
                List.of(),
                choices.isEmpty()
                        ? List.of()
                        : Quoting.quote(choices, index, SHOWN_OFF_TOPIC).quotes());
    }

    /** Whether the corpus has the name anywhere, in what was looked into or in the rest. */
    private boolean known() throws IOException {
        return named || index.has(saying.speaker(), index.names().find(saying.speaker(), Names.Writing.QUESTION));
    }

    /**
     * The speaker's sentences, best first. How sure it is that the best is on the topic is the ranking's to say; without a
     * topic it is as sure as any answer must be.
     */
    private List<Choice> choices() throws IOException {
        String sought = saying.speaker() + " " + saying.topic();
        Query query = new Query(sought, index.names().find(sought, Names.Writing.QUESTION), question.scope(), PASSAGES);
        Candidates all = index.search(query);
        Map<Integer, List<Candidate>> byPassage = new HashMap<>();
        all.sentences()
                .forEach(candidate -> byPassage
                        .computeIfAbsent(candidate.passage(), passage -> new ArrayList<>())
                        .add(candidate));
        for (List<Candidate> sentences : byPassage.values()) {
            take(sentences);
        }
        Candidates theirs = new Candidates(all.terms(), own);
        Model model = Model.inUse(index.byMeaning(), question.scope() != null);
        List<Choice> ranked = Chooser.rank(theirs, Desk.asked(question), model);
        confidence = ranked.isEmpty()
                ? 0
                : Math.max(Desk.SURE_ENOUGH, Quoting.confidence(ranked, theirs, model, question.text(), index));
        return ranked;
    }

    private void take(List<Candidate> sentences) throws IOException {
        Passage passage = index.passage(sentences.getFirst());
        if (!passage.intact() || !names(passage.text())) {
            return;
        }
        named = true;
        Map<Span, Speaker> speakers = speakers(passage.text());
        for (Candidate sentence : sentences) {
            Speaker speaker = speakers.get(sentence.span());
            if (speaker != null && SpeakerNames.fit(saying.speaker(), speaker.name(), index.names())) {
                own.add(sentence);
            }
        }
    }

    /** Whether a text has the name at all: all its words, or the party by another name. */
    private boolean names(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SpeakerNames.words(saying.speaker()).stream().allMatch(lower::contains)
                || index.names().find(text, Names.Writing.SOURCE).stream()
                        .anyMatch(mention -> SpeakerNames.fit(
                                saying.speaker(), mention.span().in(text), index.names()));
    }

    private Map<Span, Speaker> speakers(String text) {
        Map<Span, Speaker> speakers = new HashMap<>();
        for (Span paragraph : Passages.paragraphs(text)) {
            List<Span> sentences = Sentences.of(text, paragraph);
            List<Optional<Speaker>> found =
                    Speakers.of(sentences.stream().map(span -> span.in(text)).toList(), index.names());
            for (int i = 0; i < found.size(); i++) {
                Span sentence = sentences.get(i);
                found.get(i).ifPresent(speaker -> speakers.put(sentence, speaker));
            }
        }
        return speakers;
    }

    /** Whether the best of the speaker's sentences has to do with the topic; without a topic any has. */
    private boolean onTopic(List<Choice> choices) throws IOException {
        if (choices.isEmpty() || saying.topic().isEmpty()) {
            return !choices.isEmpty();
        }
        String topic = saying.topic();
        Query query = new Query(topic, index.names().find(topic, Names.Writing.QUESTION), question.scope(), PASSAGES);
        Candidates about = index.search(query);
        Candidate best = choices.getFirst().candidate();
        return about.sentences().stream()
                .filter(candidate -> candidate.passage() == best.passage() && candidate.number() == best.number())
                .anyMatch(candidate -> Reasons.about(about.terms(), candidate));
    }

    private Answer found(List<Choice> choices, int limit) throws IOException {
        Quoting.Quoted quoted = Quoting.quote(choices, index, Math.clamp(limit, 1, Desk.DEEPEST));
        return quoted.quotes().isEmpty()
                ? new Answer.NotFound(
                        Reason.ALTERED_SOURCE, 0, index.generation().holdings(), List.of())
                : new Answer.Found(List.copyOf(quoted.quotes()), confidence, Desk.altered(quoted.altered()));
    }
}
