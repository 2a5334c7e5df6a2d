package sourcebook.text.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import sourcebook.model.Span;
import sourcebook.text.Names;
import sourcebook.text.Passages;
import sourcebook.text.Sentences;

/**
 * Finds who a text says is speaking, by explicit patterns alone: a name at the start of a clause beside a verb of
 * speech, or after "according to". In a paragraph a surname, a pronoun, an office or an open quotation goes back to the
 * one name before it that it can mean. What no pattern states stays unknown, for a wrong speaker is worse than none.
 * Pure; safe for many threads.
 */
public final class Speakers {
    private static final Pattern PRONOUN = Pattern.compile("(?i)he|she");
    private static final Pattern ONE_WORD = Pattern.compile("(?:" + SpeechPatterns.TITLE_WORD + "\\.?\\s)?\\S+");

    /** Nobody speaks in longer sentences, which are clauses of contracts and tables; searching them takes long. */
    private static final int LONGEST = 700;

    private Speakers() {}

    /** The speaker as the sentence by itself names them, with the role where it stands behind the name. */
    public static Optional<String> in(String sentence) {
        return of(List.of(sentence)).getFirst().map(Speaker::shown);
    }

    /** The speaker of each sentence of one paragraph, in order. */
    public static List<Optional<Speaker>> of(List<String> sentences) {
        return of(sentences, Names.none());
    }

    /** The same, where names of one word too are taken for speakers if they are names of known parties. */
    public static List<Optional<Speaker>> of(List<String> sentences, Names names) {
        Quotations quotations = new Quotations(sentences);
        List<Optional<MatchResult>> speeches = IntStream.range(0, sentences.size())
                .mapToObj(at -> speech(quotations.unquoted(at)))
                .toList();
        return quotations.spread(stated(sentences, speeches, new People(names)));
    }

    /** The speakers by sentence. Whom it names is taken up only as far as a later sentence can mean one of them. */
    private static List<Optional<Speaker>> stated(
            List<String> sentences, List<Optional<MatchResult>> speeches, People people) {
        int end = sentences.size();
        while (end > 0 && speeches.get(end - 1).filter(Speakers::meansAnother).isEmpty()) {
            end--;
        }
        List<Optional<Speaker>> stated = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            String sentence = sentences.get(at);
            Optional<MatchResult> speech = speeches.get(at);
            stated.add(at < end ? met(speech, sentence, people) : speech.flatMap(m -> resolve(m, sentence, people)));
        }
        return stated;
    }

    private static Optional<Speaker> met(Optional<MatchResult> speech, String sentence, People people) {
        if (sentence.length() > LONGEST) {
            return Optional.empty();
        }
        speech.ifPresent(match -> people.meet(sentence.substring(0, match.start())));
        Optional<Speaker> speaker = speech.flatMap(match -> resolve(match, sentence, people));
        people.meet(sentence);
        speaker.ifPresent(who -> people.heard(who, sentence));
        return speaker;
    }

    /** Whether its subject is a pronoun, an office or one word, which mean somebody named before. */
    private static boolean meansAnother(MatchResult speech) {
        String noun = speech.group("noun");
        return noun == null
                ? ONE_WORD.matcher(speech.group("subject")).matches()
                : PRONOUN.matcher(noun).matches() || People.isOffice(noun);
    }

    private static Optional<MatchResult> speech(String unquoted) {
        return unquoted.length() <= LONGEST && SpeechVerbs.isIn(unquoted) ? outermost(unquoted) : Optional.empty();
    }

    /** Of several speeches the one that begins first: in it the others are told. */
    private static Optional<MatchResult> outermost(String unquoted) {
        return SpeechPatterns.ALL.stream()
                .flatMap(pattern -> pattern.matcher(unquoted).results())
                .filter(match -> !isAppositionAlone(match, unquoted))
                .min(Comparator.comparingInt(MatchResult::start));
    }

    /** "X, told of the loss, left" has a comma before the verb, but no office before the name that it would close. */
    private static boolean isAppositionAlone(MatchResult match, String sentence) {
        int end = Math.max(match.end("subject"), match.end("short") + 1);
        return match.group("subject") != null
                && match.group("front") == null
                && match.group("aside") == null
                && sentence.startsWith(", ", end)
                && match.end() > end;
    }

    private static Optional<Speaker> resolve(MatchResult match, String sentence, People people) {
        String noun = match.group("noun");
        if (noun != null) {
            return PRONOUN.matcher(noun).matches() ? people.pronoun(noun) : people.office(noun);
        }
        String name = match.group("subject");
        if (SpeechPatterns.DOCUMENT.matcher(name).find()) {
            return Optional.empty();
        }
        return ONE_WORD.matcher(name).matches()
                ? people.word(name)
                : Optional.of(Named.of(match, sentence).speaker());
    }

    /**
     * Who speaks in one sentence of a text, as its paragraph tells.
     *
     * @param sentence in the text's offsets
     */
    public static Optional<Speaker> at(String text, Span sentence, Names names) {
        for (Span paragraph : Passages.paragraphs(text)) {
            if (paragraph.contains(sentence)) {
                List<Span> sentences = Sentences.of(text, paragraph);
                int place = sentences.indexOf(sentence);
                return place < 0
                        ? Optional.empty()
                        : at(
                                place,
                                sentences.stream().map(span -> span.in(text)).toList(),
                                names);
            }
        }
        return Optional.empty();
    }

    /** A sentence without a speech of its own has a speaker only if some of it is quoted. */
    private static Optional<Speaker> at(int place, List<String> sentences, Names names) {
        String unquoted = new Quotations(sentences).unquoted(place);
        return unquoted.equals(sentences.get(place)) && speech(unquoted).isEmpty()
                ? Optional.empty()
                : of(sentences, names).get(place);
    }
}
