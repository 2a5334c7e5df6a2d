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
 * a single word ("met") only after "the" or with an apostrophe. A question may also leave out the apostrophe of a
 * possessive ("the mets contract", "capitas").
 *
 * <p>"&" is "and". A company's form at the end of a name ("Ltd", "Limited", "plc") may be there or not.
 */
public final class Names {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&]+(?:[.-][\\p{L}\\p{N}]+)*");

    private static final Set<String> FORMS = Set.of("ltd", "limited", "plc");
    /** What no ordinary plural of a word in lower case looks like: "capitas", "sercos". */
    private static final Pattern UNLIKE_A_PLURAL = Pattern.compile("\\p{L}{4,}[aiou]s");

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
                int size = sizeWithForm(text, words, at, name);
                mentions.add(new Mention(span(words, at, size, name), List.copyOf(name.parties)));
                at += size;
            }
        }
        return mentions;
    }

    private static Collection<Name> names(Collection<Party> parties) {
        Map<String, Name> bySpelling = new LinkedHashMap<>();
        for (Party party : parties) {
            spellings(party).forEach(spelt -> join(bySpelling, spelt, party));
        }
        Set<String> listed = Set.copyOf(bySpelling.keySet());
        for (Party party : parties) {
            spellings(party).stream()
                    .map(Names::withoutForm)
                    .filter(spelt -> !spelt.isEmpty() && !listed.contains(spelt))
                    .forEach(spelt -> join(bySpelling, spelt, party));
        }
        return bySpelling.values();
    }

    private static List<String> spellings(Party party) {
        List<String> spellings = new ArrayList<>(party.otherNames());
        spellings.add(party.name());
        return spellings;
    }

    private static void join(Map<String, Name> bySpelling, String spelt, Party party) {
        bySpelling
                .computeIfAbsent(spelt, s -> new Name(s, folded(s), new LinkedHashSet<>()))
                .parties
                .add(party);
    }

    private static String withoutForm(String spelt) {
        return spelt.replaceFirst("(?i),?\\s(?:ltd|limited|plc)\\.?$", "");
    }

    private void add(Name name) {
        if (!name.words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(name.words.getFirst(), first -> new ArrayList<>())
                    .add(name);
        }
    }

    private @Nullable Name longestAt(String text, List<Word> words, int at, Writing writing) {
        for (Name name : candidates(words.get(at).folded, writing)) {
            if (wordsMatch(words, at, name, writing) && writtenAs(text, words, at, name, writing)) {
                return name;
            }
        }
        return null;
    }

    /** Names that begin with the word, and in a question those of which it can be the possessive. */
    private List<Name> candidates(String word, Writing writing) {
        List<Name> exact = byFirstWord.getOrDefault(word, List.of());
        if (writing == Writing.SOURCE || !word.endsWith("s")) {
            return exact;
        }
        List<Name> both = new ArrayList<>(exact);
        byFirstWord.getOrDefault(word.substring(0, word.length() - 1), List.of()).stream()
                .filter(name -> name.words.size() == 1)
                .forEach(both::add);
        return both;
    }

    private static boolean wordsMatch(List<Word> words, int at, Name name, Writing writing) {
        int last = name.words.size() - 1;
        return at + last < words.size()
                && IntStream.range(0, last)
                        .allMatch(i -> words.get(at + i).folded.equals(name.words.get(i)))
                && (words.get(at + last).folded.equals(name.words.get(last))
                        || writing == Writing.QUESTION && endsInS(words.get(at + last), name));
    }

    /** Whether the word is the name's last with an "s" behind it that stands for "'s". */
    private static boolean endsInS(Word word, Name name) {
        return word.folded.equals(name.words.getLast() + "s");
    }

    private static boolean writtenAs(String text, List<Word> words, int at, Name name, Writing writing) {
        Span span = span(words, at, name.words.size(), name);
        String written = span.in(text);
        boolean several = name.words.size() > 1;
        boolean sameCapitals = capitals(written) == capitals(name.spelt) || several && capital(written);
        boolean afterThe = at > 0 && words.get(at - 1).folded.equals("the");
        if (writing == Writing.SOURCE || sameCapitals || afterThe) {
            return sameCapitals || writing == Writing.QUESTION;
        }
        Word last = words.get(at + name.words.size() - 1);
        if (endsInS(last, name)) {
            return !several && UNLIKE_A_PLURAL.matcher(last.folded).matches();
        }
        boolean initials = name.spelt.equals(name.spelt.toUpperCase(Locale.ROOT));
        return several || initials || apostropheFollows(text, span.end());
    }

    private static boolean apostropheFollows(String text, int end) {
        return text.regionMatches(true, end, "'s", 0, 2) || text.regionMatches(true, end, "’s", 0, 2);
    }

    /** A company's form behind the name belongs to it, but "limited" without its capital is a verb. */
    private static int sizeWithForm(String text, List<Word> words, int at, Name name) {
        int size = name.words.size();
        if (at + size == words.size() || FORMS.contains(name.words.getLast())) {
            return size;
        }
        Word next = words.get(at + size);
        boolean adjoins = text.substring(words.get(at + size - 1).span.end(), next.span.start())
                .equals(" ");
        return adjoins && FORMS.contains(next.folded) && !next.span.in(text).equals("limited") ? size + 1 : size;
    }

    private static Span span(List<Word> words, int at, int size, Name name) {
        Word last = words.get(at + size - 1);
        int possessive = size == name.words.size() && endsInS(last, name) ? 1 : 0;
        return new Span(words.get(at).span.start(), last.span.end() - possessive);
    }

    private static List<String> folded(String text) {
        return words(text).stream().map(Word::folded).toList();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String folded =
                    matcher.group().equals("&") ? "and" : matcher.group().toLowerCase(Locale.ROOT);
            words.add(new Word(new Span(matcher.start(), matcher.end()), folded));
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
