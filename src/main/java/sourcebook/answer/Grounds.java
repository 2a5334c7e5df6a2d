package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.AnswerKind;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Term;
import sourcebook.question.AsOf;
import sourcebook.question.Question;
import sourcebook.quote.Chooser.Choice;
import sourcebook.text.AnswerKinds;
import sourcebook.text.Denials;
import sourcebook.text.Years;

/**
 * Holds the best sentences against what a question takes for granted: the parties that it names must be there, the figure
 * that it asks for must be stated, and the time that it is about must be covered; a heading answers nothing. Of the best few
 * sentences the first that has all this comes first. A sentence that denies what the question takes
 * for granted has it all: it is the answer. For one question and one thread.
 */
final class Grounds {
    /** Sentences that are held against the question. */
    private static final int LOOKED_AT = 10;

    /** One comes before the best if its score is at most so much less: others have nothing to do with the question. */
    private static final double NEAR = 4;

    private static final Pattern SUM =
            Pattern.compile("(?i)\\b(?:cost|costs|pays?|paid|paying|worth|price|priced|value|valued"
                    + "|spen[dt]|spending|charge[ds]?|fees?|fined?|salary|earn(?:s|ed)?|owe[ds]?|save[ds]?|savings?|budget|money|cash"
                    + "|rate|wages?)\\b");

    private static final Set<AnswerKind> FIGURES = Set.of(AnswerKind.MONEY, AnswerKind.PERCENTAGE, AnswerKind.NUMBER);
    /** But not how many hours or pounds: those are a length of time and a sum. */
    private static final Pattern HOW_MANY = Pattern.compile("(?i)\\bhow many\\b(?! (?:more |other |extra )?"
            + "(?:hours|minutes|seconds|decades|centuries|pounds|dollars|euros|million|billion)\\b)");

    private static final Pattern END = Pattern.compile("[.!?…:;][\"”’')\\]]*\\s*$");
    private static final int SHORT = 80;

    private final Question question;
    private final Candidates candidates;
    private final @Nullable AsOf time;
    private final Lease index;

    /**
     * The order in which to answer.
     *
     * @param ranked best first
     * @param given whether the first has all that the question takes for granted
     * @param denies whether the first denies it
     */
    record Held(List<Choice> ranked, boolean given, boolean denies) {}

    /**
     * For a question and what was found for it.
     *
     * @param time that the question is about, whether or not it is still in its words; null for none
     */
    Grounds(Question question, Candidates candidates, @Nullable AsOf time, Lease index) {
        this.question = question;
        this.candidates = candidates;
        this.time = time;
        this.index = index;
    }

    /** Holds the best against the question; at least one must be given. */
    Held hold(List<Choice> ranked) throws IOException {
        if (question.scope() != null || !question.interrogative()) {
            return new Held(ranked, true, false);
        }
        int first = -1;
        for (int i = 0; i < Math.min(LOOKED_AT, ranked.size()); i++) {
            Choice choice = ranked.get(i);
            if (choice.score() < ranked.getFirst().score() - NEAR) {
                break;
            }
            String text = text(choice.candidate());
            if (denies(choice, ranked.getFirst(), text)) {
                return new Held(first(i, ranked), true, true);
            }
            first = first < 0 && given(choice.candidate(), text) ? i : first;
        }
        return first < 0 ? new Held(ranked, false, false) : new Held(first(first, ranked), true, false);
    }

    /** Whether it denies what was asked about, in the article that comes nearest. */
    private boolean denies(Choice choice, Choice best, String text) {
        return choice.candidate().article().document()
                        == best.candidate().article().document()
                && !Denials.in(question.text())
                && Denials.in(text, question.text())
                && named(choice);
    }

    private boolean given(Candidate candidate, String text) throws IOException {
        return parties(candidate.common())
                && figure(candidate, text)
                && (time == null || covered(time.year(), candidate, text))
                && (END.matcher(text).find() || text.length() > SHORT);
    }

    private boolean covered(int year, Candidate candidate, String text) throws IOException {
        return Years.hold(text, year) || Years.hold(index.citation(candidate).title(), year);
    }

    /** Whether every known party that the question names is in the passage or its title. */
    private boolean parties(Common common) {
        int bits = common.inSentence() | common.inTitle() | common.inPassage();
        List<Term> terms = candidates.terms();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).party() && (bits & 1 << i) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least half of what the question names, by weight, is in the passage or its title, and all of it is known. */
    private boolean named(Choice choice) {
        Common common = choice.candidate().common();
        int bits = common.inSentence() | common.inTitle() | common.inPassage();
        double all = 0;
        double there = 0;
        List<Term> terms = candidates.terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.name()) {
                all += term.weight();
                there += (bits & 1 << i) != 0 ? term.weight() : 0;
                if (!term.known()) {
                    return false;
                }
            }
        }
        return all == 0 || there >= all / 2;
    }

    private boolean figure(Candidate candidate, String text) {
        AnswerKind wanted = question.wanted();
        Set<AnswerKind> kinds = candidate.kinds();
        return switch (wanted) {
            case null -> true;
            case MONEY ->
                SUM.matcher(question.text()).find()
                        ? kinds.contains(AnswerKind.MONEY) || kinds.contains(AnswerKind.PERCENTAGE)
                        : kinds.stream().anyMatch(FIGURES::contains);
            case NUMBER ->
                HOW_MANY.matcher(question.text()).find()
                        ? AnswerKinds.countsThings(withoutNames(text))
                        : AnswerKinds.counts(withoutNames(text));
            case DURATION -> kinds.contains(AnswerKind.DURATION) || kinds.contains(AnswerKind.DATE);
            case DATE, PERCENTAGE, NAME, REASON -> true;
        };
    }

    /** Without the names that the question gives, for a number in one is no count. */
    private String withoutNames(String text) {
        String without = text;
        for (String word : question.text().split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0)))) {
                without = without.replaceAll("\\b" + word + "\\b", " ");
            }
        }
        return without;
    }

    private String text(Candidate candidate) throws IOException {
        return candidate.span().in(index.passage(candidate).text());
    }

    private static List<Choice> first(int place, List<Choice> ranked) {
        List<Choice> order = new ArrayList<>(ranked);
        order.addFirst(order.remove(place));
        return order;
    }
}
