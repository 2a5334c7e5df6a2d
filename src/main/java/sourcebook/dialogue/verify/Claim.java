package sourcebook.dialogue.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Span;
import sourcebook.text.Sentences;

/**
 * Words that a source is claimed to have.
 *
 * @param words without the quotation marks around them
 * @param named who is claimed to have said them, null where nobody is named
 */
public record Claim(String words, @Nullable String named) {
    private static final int MOST = 8;
    private static final int MAX_CHARS = 4_000;

    /** A longer text without quotation marks is several claims: its sentences. */
    private static final int ONE_CLAIM = 400;

    /** Fewer words in quotation marks are a part of what is claimed, and not all of it. */
    private static final int LEAST_QUOTED = 3;

    private static final int LEAST_OF_A_SENTENCE = 25;

    private static final Pattern QUOTED = Pattern.compile("[“„«\"](?<inner>[^“”„«»\"]{2,}?)[”“»\"]", Pattern.DOTALL);
    private static final Pattern WHOLE_IN_SINGLE = Pattern.compile("\\s*['‘](?<inner>.{2,})['’]\\s*", Pattern.DOTALL);

    private static final String NAME =
            "(?:the\\s)?(?<name>\\p{Lu}[\\p{L}.'’&-]*(?:\\s(?:(?:of|for|the|and|de|van|von)\\s){0,2}"
                    + "\\p{Lu}[\\p{L}.'’&-]*){0,6})";
    private static final String SAID = "(?:said|says|told|claimed|claims|added|warned|argued|wrote|stated)";
    private static final List<Pattern> NAMING = List.of(
            Pattern.compile("(?:\\b[Bb]y|\\b[Ff]rom|\\b[Aa]ccording to|[—–-])\\s+" + NAME),
            Pattern.compile(NAME + "(?:,[^,]{1,80},)?\\s+" + SAID + "\\b"),
            Pattern.compile("\\b" + SAID + "\\s+" + NAME),
            Pattern.compile("\\bby\\s+(?<name>\\p{L}[\\p{L}.'’ -]{1,60})\\s*$"));

    /** The claims of a text: what stands in quotation marks, or else the text, sentence by sentence where it is long. */
    public static List<Claim> of(String text) {
        String typed = text.strip();
        String bounded = typed.length() <= MAX_CHARS ? typed : typed.substring(0, MAX_CHARS);
        Matcher whole = WHOLE_IN_SINGLE.matcher(bounded);
        if (whole.matches()) {
            return List.of(new Claim(whole.group("inner").strip(), null));
        }
        List<String> quoted = QUOTED.matcher(bounded)
                .results()
                .map(match -> match.group(1).strip())
                .filter(words -> Words.of(words).size() >= LEAST_QUOTED)
                .limit(MOST)
                .toList();
        if (quoted.isEmpty()) {
            return unquoted(bounded);
        }
        String named = named(QUOTED.matcher(bounded).replaceAll(" … "));
        return quoted.stream().map(words -> new Claim(words, named)).toList();
    }

    private static List<Claim> unquoted(String text) {
        if (text.length() <= ONE_CLAIM) {
            return List.of(new Claim(text, null));
        }
        List<Claim> claims = new ArrayList<>();
        for (Span sentence : Sentences.of(text, new Span(0, text.length()))) {
            if (sentence.length() >= LEAST_OF_A_SENTENCE && claims.size() < MOST) {
                claims.add(new Claim(sentence.in(text).strip(), null));
            }
        }
        return claims.isEmpty() ? List.of(new Claim(text, null)) : claims;
    }

    private static @Nullable String named(String around) {
        return NAMING.stream()
                .map(form -> form.matcher(around))
                .flatMap(matcher -> matcher.find() ? Stream.of(matcher.group("name")) : Stream.empty())
                .map(name -> name.strip().replaceAll("[.,:;]+$", ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
