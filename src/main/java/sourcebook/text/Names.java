package sourcebook.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Party;
import sourcebook.model.Span;

/**
 * Finds the names of known parties in text: the longest name at each place, its words in order. Immutable; safe for
 * many threads.
 *
 * <p>In sources a name stands as it is spelt in {@code names.csv}, so that "the Met" is found and "they met" is not.
 * In questions people leave out capitals: there a name of several words or of capitals alone is found in any case, and
 * a single word ("met") only after "the".
 */
public final class Names {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&]+(?:[.-][\\p{L}\\p{N}]+)*");

    /** How strictly capitals must agree. */
    public enum Writing {
        SOURCE,
        QUESTION
    }

    private record Word(Span span, String folded) {}

    private record Name(String spelt, List<String> words, Set<Party> parties) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final List<Party> parties;

    public Names(Collection<Party> parties) {
        this.parties = List.copyOf(parties);
        names(parties).forEach(this::add);
        byFirstWord.values().forEach(names -> names.sort(Comparator.comparing((Name name) -> -name.words.size())));
    }

    public static Names none() {
        return new Names(List.of());
    }

    public List<Party> parties() {
        return parties;
    }

    /** Every name in the text, first to last, none overlapping another. */
    public List<Mention> find(String text, Writing writing) {
        if (byFirstWord.isEmpty()) {
            return List.of();
        }
        List<Word> words = words(text);
        List<Mention> mentions = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Name name = longestAt(text, words, at, writing);
            if (name == null) {
                at++;
            } else {
                mentions.add(new Mention(span(words, at, name), List.copyOf(name.parties)));
                at += name.words.size();
            }
        }
        return mentions;
    }

    private static Collection<Name> names(Collection<Party> parties) {
        Map<String, Name> bySpelling = new LinkedHashMap<>();
        for (Party party : parties) {
            List<String> spellings = new ArrayList<>(party.otherNames());
            spellings.add(party.name());
            for (String spelt : spellings) {
                bySpelling
                        .computeIfAbsent(spelt, s -> new Name(s, folded(s), new LinkedHashSet<>()))
                        .parties
                        .add(party);
            }
        }
        return bySpelling.values();
    }

    private void add(Name name) {
        if (!name.words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(name.words.getFirst(), first -> new ArrayList<>())
                    .add(name);
        }
    }

    private @Nullable Name longestAt(String text, List<Word> words, int at, Writing writing) {
        for (Name name : byFirstWord.getOrDefault(words.get(at).folded, List.of())) {
            if (wordsMatch(words, at, name) && writtenAs(text, words, at, name, writing)) {
                return name;
            }
        }
        return null;
    }

    private static boolean wordsMatch(List<Word> words, int at, Name name) {
        return at + name.words.size() <= words.size()
                && IntStream.range(0, name.words.size())
                        .allMatch(i -> words.get(at + i).folded.equals(name.words.get(i)));
    }

    private static boolean writtenAs(String text, List<Word> words, int at, Name name, Writing writing) {
        String written = span(words, at, name).in(text);
        boolean sameCapitals = capitals(written) == capitals(name.spelt) || name.words.size() > 1 && capital(written);
        if (writing == Writing.SOURCE || sameCapitals) {
            return sameCapitals;
        }
        boolean initials = name.spelt.equals(name.spelt.toUpperCase(Locale.ROOT));
        boolean afterThe = at > 0 && words.get(at - 1).folded.equals("the");
        return name.words.size() > 1 || initials || afterThe;
    }

    private static Span span(List<Word> words, int at, Name name) {
        return new Span(
                words.get(at).span.start(),
                words.get(at + name.words.size() - 1).span.end());
    }

    private static List<String> folded(String text) {
        return words(text).stream().map(Word::folded).toList();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(
                    new Span(matcher.start(), matcher.end()), matcher.group().toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private static boolean capital(String text) {
        return Character.isUpperCase(text.charAt(0));
    }

    private static long capitals(String text) {
        return text.chars().filter(Character::isUpperCase).count();
    }
}
