package sourcebook.dialogue.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Subject;
import sourcebook.question.InArticle;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * Understands a question that leaves out what it is about, from what was spoken of before. Pure.
 *
 * @param questions the question in full, as it can be meant, likeliest first; the first that has an answer counts
 */
public record FollowUp(List<String> questions) {
    public FollowUp {
        questions = List.copyOf(questions);
    }

    private static final String LEAD =
            "(?:and|but|or|so|ok|okay|then|what about|how about|and what about|and how about)";
    private static final String ASKING =
            "(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would)";
    private static final String YEAR = "(?:1[89]|20)\\d\\d";

    private static final Pattern OTHER =
            Pattern.compile("(?i)^" + LEAD + "[\\s,]+(?:(?:for|in|at|with|about|of|by)\\s+)?(?:the\\s+)?(?!" + ASKING
                    + "\\b)(?<other>\\S+(?:\\s+\\S+){0,5}?)[\\s?.!]*$");
    private static final Pattern WHEN = Pattern.compile("(?i)^(?:" + LEAD
            + "[\\s,]+)?(?<when>(?:as of|as at|in|at|by|since|before|after|during)\\s+(?:the end of\\s+)?(?:\\p{L}+\\s+)?"
            + YEAR + "|" + YEAR + ")[\\s?.!]*$");
    private static final Pattern IN_QUESTION = Pattern.compile(
            "(?i)\\s*\\b(?:as of|as at|in|by|since|before|after|during)\\s+(?:the end of\\s+)?(?:\\p{L}+\\s+)?" + YEAR
                    + "\\b");
    private static final Pattern BEGINNING =
            Pattern.compile("(?i)^(?:and|but|so|ok|okay|then)[\\s,]+(?=" + ASKING + "\\b)");

    private static final Pattern THING = Pattern.compile(
            "(?i)\\b(?:it|this|that (?:contract|deal|one)|this (?:contract|deal)|the (?:contract|deal))\\b(?!['’])");
    private static final Pattern WHOSE = Pattern.compile("(?i)\\b(?:its|their)\\b");
    private static final Pattern THEM =
            Pattern.compile("(?i)\\b(?:they|them|the (?:company|supplier|force|council|buyer))\\b");
    private static final Pattern PERSON = Pattern.compile("(?i)\\b(?:he|she|him|his|her|there)\\b");
    private static final Pattern SHORT = Pattern.compile("(?i)^" + ASKING + "(?:\\s+\\S+){0,3}[\\s?.!]*$");
    private static final Pattern NAME = Pattern.compile("(?<=\\s)\\p{Lu}[\\p{L}\\p{N}.'’-]*");
    private static final Pattern NAMES_IN_A_ROW =
            Pattern.compile("(?<=\\s)\\p{Lu}[\\p{L}\\p{N}-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}-]*)*");

    /** What was asked in full; empty where the question stands by itself, so that the topic may have changed. */
    public static Optional<FollowUp> of(String text, Subject last, @Nullable String title, Names names) {
        Matcher when = WHEN.matcher(text);
        if (when.matches()) {
            return Optional.of(new FollowUp(List.of(dated(last.question(), when.group("when")))));
        }
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            return Optional.of(new FollowUp(List.of(about(withoutMark(other.group("other")), last, names))));
        }
        String asked = BEGINNING.matcher(text).replaceFirst("");
        return leavesOut(asked, names) ? Optional.of(new FollowUp(spelt(asked, last, title))) : Optional.empty();
    }

    private static boolean leavesOut(String text, Names names) {
        boolean pronoun = List.of(THING, WHOSE, THEM, PERSON).stream()
                .anyMatch(form -> form.matcher(text).find());
        boolean named = !names.find(text, Names.Writing.QUESTION).isEmpty()
                || NAME.matcher(text).find();
        return !named && (pronoun || SHORT.matcher(text).matches());
    }

    /** The same question put to the article of the last answer, and with the party's name. */
    private static List<String> spelt(String text, Subject last, @Nullable String title) {
        String dated =
                last.asOf() == null || IN_QUESTION.matcher(text).find() ? text : dated(text, "as of " + last.asOf());
        List<String> questions = new ArrayList<>();
        if (title != null) {
            questions.add(new InArticle(title, "", dated).asked());
        }
        String party = last.party();
        if (party != null) {
            questions.add(named(dated, party));
        }
        questions.add(dated);
        return questions;
    }

    private static String named(String text, String party) {
        String name = Matcher.quoteReplacement(party);
        String things = THING.matcher(text).replaceFirst("the " + name + " contract");
        String them = THEM.matcher(things).replaceFirst(name);
        String whose = WHOSE.matcher(them).replaceFirst(name + "’s");
        return whose.equals(text) ? withoutMark(text) + " for " + party + "?" : whose;
    }

    private static String dated(String question, String when) {
        String phrase = when.matches(YEAR) ? "in " + when : when;
        return withoutMark(IN_QUESTION.matcher(question).replaceAll("")) + " "
                + phrase.toLowerCase(Locale.ROOT).replaceFirst("^as at", "as of") + "?";
    }

    /** The last question with another name in place of the first that it has. */
    private static String about(String other, Subject last, Names names) {
        String question =
                InArticle.read(last.question()).map(InArticle::question).orElse(last.question());
        List<Mention> mentions = names.find(question, Names.Writing.QUESTION);
        if (!mentions.isEmpty()) {
            return replaced(question, mentions, other);
        }
        Matcher name = NAMES_IN_A_ROW.matcher(question);
        if (name.find()) {
            return withoutThe(question.substring(0, name.start())) + other + question.substring(name.end());
        }
        String spelt = named(question, other);
        return spelt.equals(question) ? withoutMark(question) + " for " + other + "?" : spelt;
    }

    private static String replaced(String question, List<Mention> mentions, String other) {
        Mention first = mentions.getFirst();
        String before = withoutThe(question.substring(0, first.span().start()));
        String after = question.substring(first.span().end());
        if (mentions.size() > 1) {
            Mention second = mentions.get(1);
            String between =
                    question.substring(first.span().end(), second.span().start());
            int with = between.replaceFirst("\\s+(?:with|by|from|and|to)\\s+(?:the\\s+)?$", "")
                    .length();
            if (with < between.length()) {
                after = between.substring(0, with)
                        + question.substring(second.span().end());
            }
        }
        return before + other + after;
    }

    private static String withoutThe(String before) {
        return before.replaceFirst("(?i)\\bthe\\s+$", "");
    }

    private static String withoutMark(String question) {
        return question.replaceFirst("[\\s?.!]+$", "");
    }
}
