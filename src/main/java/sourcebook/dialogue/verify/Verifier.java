package sourcebook.dialogue.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Sources;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Absent;
import sourcebook.dialogue.Verification.Changed;
import sourcebook.dialogue.Verification.Finding;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Nearly;
import sourcebook.dialogue.Verification.OfAnother;
import sourcebook.dialogue.Verification.Verbatim;
import sourcebook.dialogue.verify.Words.Word;
import sourcebook.model.Citation;
import sourcebook.model.Passage;
import sourcebook.text.speech.SpeakerNames;

/**
 * Says whether and how a claim's words stand in the sources. The index gives the passages that share most with them; these
 * are compared word by word. For one thread, while the sources are lent.
 */
public final class Verifier {
    private static final int PASSAGES = 30;

    /** Claims that run over a passage's end are looked for in so much more of the article. */
    private static final int AROUND = 1_500;

    private static final int WIDENED = 3;
    private static final int LEAST_WORDS = 3;
    private static final int MOST_WORDS = 250;
    private static final int MOST_PLACES = 5;
    private static final int NEAREST = 3;

    private static final Pattern ELLIPSIS = Pattern.compile("\\s*(?:\\[\\s*)?(?:…|\\.\\s?\\.\\s?\\.)(?:\\s*\\])?\\s*");

    /** What an editor puts into a quotation in square brackets is no part of it. */
    private static final Pattern BRACKETED = Pattern.compile("\\[[^\\]]*\\]");

    private final Sources sources;

    public Verifier(Sources sources) {
        this.sources = sources;
    }

    public Verification verify(Claim claim) throws IOException {
        List<String> fragments = ELLIPSIS.splitAsStream(claim.words())
                .map(part -> BRACKETED.matcher(part).replaceAll(" ").strip())
                .filter(part -> !Words.of(part).isEmpty())
                .toList();
        long words = fragments.stream().mapToLong(part -> Words.of(part).size()).sum();
        if (words < LEAST_WORDS || words > MOST_WORDS) {
            String notice = words < LEAST_WORDS
                    ? "Give at least " + LEAST_WORDS + " words, so that one source can be told from another."
                    : "Give at most " + MOST_WORDS + " words at a time.";
            return new Verification(claim.words(), claim.named(), new Absent(List.of()), List.of(notice));
        }
        String all = String.join(" ", fragments);
        List<Text> texts = texts(all);
        Finding finding = fragments.size() > 1 ? shown(fragments, texts) : found(all, texts);
        return told(claim, finding);
    }

    private List<Text> texts(String words) throws IOException {
        List<Text> texts = new ArrayList<>();
        List<Passage> passages = sources.like(words, PASSAGES);
        passages.forEach(passage -> texts.add(new Text(passage)));
        for (Passage passage : passages.subList(0, Math.min(WIDENED, passages.size()))) {
            sources.around(passage, AROUND).map(Text::new).ifPresent(texts::add);
        }
        return texts;
    }

    /** Words that show that they leave something out: each part must stand somewhere word for word. */
    private Finding shown(List<String> fragments, List<Text> texts) {
        List<Match> matches = new ArrayList<>();
        for (String fragment : fragments) {
            List<Match> places = places(Words.of(fragment), texts);
            if (places.isEmpty()) {
                return absent(texts);
            }
            matches.add(places.stream()
                    .filter(place -> !matches.isEmpty() && article(place).equals(article(matches.getLast())))
                    .findFirst()
                    .orElse(places.getFirst()));
        }
        return new Joined(matches, true);
    }

    private Finding found(String claim, List<Text> texts) {
        List<Word> words = Words.of(claim);
        List<Match> places = places(words, texts);
        return places.isEmpty() ? nearly(claim, words, texts) : new Verbatim(places);
    }

    private Finding nearly(String claim, List<Word> words, List<Text> texts) {
        record Laid(Text text, Alignment alignment) {}
        Optional<Laid> best = texts.stream()
                .filter(text -> text.shares(words))
                .map(text -> new Laid(text, Alignment.of(words, text.words())))
                .filter(laid -> laid.alignment.near())
                .min(Comparator.comparingLong(laid -> laid.alignment.edits()));
        if (best.isEmpty()) {
            return joined(words, texts);
        }
        Alignment alignment = best.get().alignment;
        Match match = best.get().text.match(alignment, sources);
        var pieces = best.get().text.pieces(alignment, claim);
        Optional<String> turn = alignment.turn();
        return turn.isPresent() ? new Changed(match, pieces, turn.get()) : new Nearly(match, pieces);
    }

    /** Whether the claim is put together, without a sign of it, from stretches that stand apart. */
    private Finding joined(List<Word> words, List<Text> texts) {
        List<Match> fragments = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int start = from;
            Optional<Text.Run> longest = texts.stream()
                    .flatMap(text -> text.longest(words, start).stream())
                    .max(Comparator.comparingInt(Text.Run::length));
            if (longest.isEmpty() || longest.get().length() < LEAST_WORDS) {
                return absent(texts);
            }
            fragments.add(longest.get().match(sources));
            from += longest.get().length();
        }
        return new Joined(fragments, false);
    }

    private List<Match> places(List<Word> words, List<Text> texts) {
        List<Match> places = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Text text : texts) {
            for (Text.Run run : text.all(words)) {
                Match match = run.match(sources);
                if (places.size() < MOST_PLACES && seen.add(article(match) + match.part())) {
                    places.add(match);
                }
            }
        }
        return places;
    }

    private static String article(Match match) {
        return match.sentence().citation().article();
    }

    private static Absent absent(List<Text> texts) {
        Set<Citation> nearest = new LinkedHashSet<>();
        texts.stream().map(text -> text.passage().citation()).forEach(citation -> {
            if (nearest.size() < NEAREST) {
                nearest.add(citation);
            }
        });
        return new Absent(List.copyOf(nearest));
    }

    private Verification told(Claim claim, Finding finding) {
        String named = claim.named();
        return switch (finding) {
            case Verbatim verbatim when named != null -> attributed(claim, named, verbatim);
            case Verbatim verbatim ->
                new Verification(
                        claim.words(),
                        null,
                        verbatim,
                        Notices.of(claim.words(), verbatim.matches().getFirst()));
            case Nearly near -> new Verification(claim.words(), named, near, speaker(named, near.match()));
            case Changed changed -> new Verification(claim.words(), named, changed, speaker(named, changed.match()));
            case Joined joined -> new Verification(claim.words(), named, joined, Notices.joined(joined));
            case OfAnother another -> new Verification(claim.words(), named, another, List.of());
            case Absent absent -> new Verification(claim.words(), named, absent, List.of());
        };
    }

    /** The words stand there; whose they are is another question. */
    private Verification attributed(Claim claim, String named, Verbatim verbatim) {
        List<Match> own = verbatim.matches().stream()
                .filter(match -> fits(named, match.sentence().speaker()))
                .toList();
        if (!own.isEmpty()) {
            return new Verification(claim.words(), named, new Verbatim(own), Notices.of(claim.words(), own.getFirst()));
        }
        boolean another =
                verbatim.matches().stream().anyMatch(match -> match.sentence().speaker() != null);
        return another
                ? new Verification(claim.words(), named, new OfAnother(verbatim.matches()), List.of())
                : new Verification(claim.words(), named, verbatim, List.of(Notices.unstated(named)));
    }

    private List<String> speaker(@Nullable String named, Match match) {
        String speaker = match.sentence().speaker();
        if (named == null || fits(named, speaker)) {
            return List.of();
        }
        return List.of(
                speaker == null
                        ? Notices.unstated(named)
                        : "The source gives these words to " + speaker + ", not to " + named + ".");
    }

    private boolean fits(String named, @Nullable String speaker) {
        return speaker != null && SpeakerNames.fit(named, speaker.replaceFirst(",.*", ""), sources.names());
    }
}
