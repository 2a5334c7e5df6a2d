package sourcebook.text.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import sourcebook.model.Party;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/** Tells whether a name that somebody types is that of a speaker. Pure; safe for many threads. */
public final class SpeakerNames {
    private static final Pattern TITLE =
            Pattern.compile("(?i)\\b(?:the|" + SpeechPatterns.TITLE_WORD + ")\\b\\.?(?=\\s)");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private SpeakerNames() {}

    /**
     * Whether the name fits: the same party however it is called, or a person's name, or a part of it. "Hallard" and
     * "Kerry Hallard" are the same; "Hallard" and "Hallard Example Services" are not.
     */
    public static boolean fit(String typed, String speaker, Names names) {
        Set<Party> meant = parties(typed, names);
        Set<Party> speaks = parties(speaker, names);
        if (!meant.isEmpty() && !speaks.isEmpty()) {
            meant.retainAll(speaks);
            return !meant.isEmpty();
        }
        List<String> shorter = words(typed);
        List<String> longer = words(speaker);
        if (shorter.size() > longer.size()) {
            List<String> swap = shorter;
            shorter = longer;
            longer = swap;
        }
        return !shorter.isEmpty() && inOrder(shorter, longer) && (shorter.size() > 1 || ends(shorter, longer));
    }

    /** The words of a name, without its title, in lower case and without accents. */
    public static List<String> words(String name) {
        String bare = TITLE.matcher(POSSESSIVE.matcher(name).replaceAll("")).replaceAll("");
        String folded = ACCENT.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NOT_A_LETTER.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A name of one word is the first or the last of the other's. */
    private static boolean ends(List<String> one, List<String> longer) {
        return longer.getFirst().equals(one.getFirst()) || longer.getLast().equals(one.getFirst());
    }

    private static boolean inOrder(List<String> shorter, List<String> longer) {
        int found = 0;
        for (String word : longer) {
            if (found < shorter.size() && word.equals(shorter.get(found))) {
                found++;
            }
        }
        return found == shorter.size();
    }

    /** The parties that the whole name, and not only a part of it, is the name of. */
    private static Set<Party> parties(String name, Names names) {
        Set<Party> parties = new HashSet<>();
        List<String> all = words(name);
        for (Mention mention : names.find(name, Names.Writing.QUESTION)) {
            List<String> covered = new ArrayList<>(words(mention.span().in(name)));
            if (covered.equals(all)) {
                parties.addAll(mention.parties());
            }
        }
        return parties;
    }
}
