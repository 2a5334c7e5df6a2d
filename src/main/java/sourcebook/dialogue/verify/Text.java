package sourcebook.dialogue.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.answer.Sources;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Piece;
import sourcebook.dialogue.verify.Words.Word;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.text.Passages;
import sourcebook.text.Sentences;

/**
 * A passage with its words.
 *
 * @param words with spans in the passage's own offsets
 */
record Text(Passage passage, List<Word> words) {
    Text(Passage passage) {
        this(passage, Words.of(passage.text()));
    }

    /**
     * Words of the text that follow each other.
     *
     * @param from the first word's number
     * @param length how many
     */
    record Run(Text text, int from, int length) {
        Match match(Sources sources) {
            Span first = text.words.get(from).span();
            Span last = text.words.get(from + length - 1).span();
            return text.match(new Span(first.start(), last.end()), sources);
        }
    }

    /** Whether enough of the words are in the text at all for it to be near; that is told fast. */
    boolean shares(List<Word> sought) {
        Set<String> here = words.stream().map(Word::folded).collect(Collectors.toSet());
        return sought.stream().filter(word -> here.contains(word.folded())).count()
                >= Alignment.MOST_SHARED * sought.size();
    }

    /** Every place where the words stand one behind the other. */
    List<Run> all(List<Word> sought) {
        List<Run> runs = new ArrayList<>();
        for (int at = 0; at + sought.size() <= words.size(); at++) {
            if (common(sought, 0, at) == sought.size()) {
                runs.add(new Run(this, at, sought.size()));
            }
        }
        return runs;
    }

    /** The longest stretch that the words share from a place on; the first of several. */
    Optional<Run> longest(List<Word> sought, int from) {
        int best = -1;
        int length = 0;
        for (int at = 0; at < words.size(); at++) {
            int common = common(sought, from, at);
            if (common > length) {
                best = at;
                length = common;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Run(this, best, length));
    }

    private int common(List<Word> sought, int from, int at) {
        int common = 0;
        while (from + common < sought.size()
                && at + common < words.size()
                && sought.get(from + common)
                        .folded()
                        .equals(words.get(at + common).folded())) {
            common++;
        }
        return common;
    }

    Match match(Alignment alignment, Sources sources) {
        List<Word> covered = alignment.steps().stream()
                .flatMap(step -> switch (step) {
                    case Alignment.Both both -> Stream.of(both.source());
                    case Alignment.Lost lost -> Stream.of(lost.source());
                    case Alignment.Added added -> Stream.<Word>empty();
                })
                .toList();
        return match(
                new Span(
                        covered.getFirst().span().start(),
                        covered.getLast().span().end()),
                sources);
    }

    /** The part with the whole sentences that it touches, and who speaks in the first of them. */
    private Match match(Span part, Sources sources) {
        List<Span> touched = Passages.paragraphs(passage.text()).stream()
                .flatMap(paragraph -> Sentences.of(passage.text(), paragraph).stream())
                .filter(sentence -> sentence.overlaps(part))
                .map(sentence -> sentence.shifted(passage.start()))
                .toList();
        Span whole = part.shifted(passage.start());
        Span first = touched.isEmpty() ? whole : touched.getFirst();
        Span last = touched.isEmpty() ? whole : touched.getLast();
        Span sentences = new Span(Math.min(first.start(), whole.start()), Math.max(last.end(), whole.end()));
        String speaker = sources.attributed(new Quote(passage, first, null, 0)).speaker();
        return new Match(new Quote(passage, sentences, speaker, 0), whole);
    }

    /** The comparison, neighbouring words of a kind together. */
    List<Piece> pieces(Alignment alignment, String claim) {
        List<Piece> pieces = new ArrayList<>();
        for (Alignment.Step step : alignment.steps()) {
            Piece next = switch (step) {
                case Alignment.Both both ->
                    new Verification.Same(both.source().span().shifted(passage.start()));
                case Alignment.Lost lost ->
                    new Verification.Lost(lost.source().span().shifted(passage.start()));
                case Alignment.Added added ->
                    new Verification.Added(added.claim().span().in(claim));
            };
            Optional<Piece> joined = pieces.isEmpty() ? Optional.empty() : joined(pieces.getLast(), next);
            joined.ifPresent(piece -> pieces.removeLast());
            pieces.add(joined.orElse(next));
        }
        return pieces;
    }

    private static Optional<Piece> joined(Piece before, Piece next) {
        return switch (next) {
            case Verification.Same same
            when before instanceof Verification.Same first ->
                Optional.of(new Verification.Same(
                        new Span(first.span().start(), same.span().end())));
            case Verification.Lost lost
            when before instanceof Verification.Lost first ->
                Optional.of(new Verification.Lost(
                        new Span(first.span().start(), lost.span().end())));
            case Verification.Added added
            when before instanceof Verification.Added first ->
                Optional.of(new Verification.Added(first.words() + " " + added.words()));
            case Verification.Same same -> Optional.empty();
            case Verification.Lost lost -> Optional.empty();
            case Verification.Added added -> Optional.empty();
        };
    }
}
