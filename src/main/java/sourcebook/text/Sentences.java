package sourcebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.Span;

/**
 * Splits text into sentences by rules about what stands on both sides of a full stop. General splitters break after
 * "Ms.", "plc." or "£1.3bn." and run over list items, which alters what a quote says.
 *
 * <p>Every character that is not white space lies in exactly one sentence. Pure; safe for many threads.
 */
public final class Sentences {
    private static final String CLOSERS = "\"'”’»)]}";
    private static final String OPENERS = "\"'“‘«([{";
    private static final Pattern LIST_MARKER =
            Pattern.compile("(?:[-*•–—▪·]|\\(?(?:\\d{1,3}|[a-z]|[ivx]{1,4})[.)])\\s+");
    private static final Pattern SPEECH_FOLLOWS = Pattern.compile(
            "(?:\\p{L}[\\p{L}.'’-]*\\s+){1,4}?(?:said|says|asked|asks|told|added|replied|wrote|cried|wondered)\\b");

    /** A note's number behind a stop, as encyclopaedias set it. */
    private static final Pattern NOTES = Pattern.compile("(?:\\[\\d{1,3}])+");

    /** What "No." and "Fig." count: figures, codes with figures, Roman numerals, letters that are no words. */
    private static final Pattern NUMBERED = Pattern.compile(
            "\\(|\\p{N}|\\p{Lu}+[-/]\\S*\\p{N}|[IVXLC]{2,}(?![\\p{L}\\p{N}])" + "|[B-HJ-Z](?![\\p{L}\\p{N}.])");

    /** Ends of a line that goes on in the next. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:[,&(–—-]|\\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|than|that|the|their|to|under|with))$");

    /** A line shorter than this that ends without punctuation is a heading or an item, not a wrapped sentence. */
    private static final int SHORT_LINE = 50;

    private final String text;
    private final int end;
    private final List<Span> sentences = new ArrayList<>();
    private int start;

    private Sentences(String text, Span within) {
        this.text = text;
        this.start = within.start();
        this.end = within.end();
    }

    /** The sentences of a text, in order, without the white space around them. */
    public static List<Span> of(String text) {
        return of(text, new Span(0, text.length()));
    }

    /** The sentences of a part of a text, in the text's own offsets. */
    public static List<Span> of(String text, Span within) {
        return new Sentences(text, within).split();
    }

    private List<Span> split() {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\n' && lineEnds(at)) {
                add(at);
            } else if (terminator(c) && (at + 1 == end || !terminator(text.charAt(at + 1)))) {
                at = closeAt(at);
            }
        }
        add(end);
        return sentences;
    }

    /** Ends the sentence at this terminator if one ends here; returns where to go on. */
    private int closeAt(int terminator) {
        int after = skipNotes(skip(terminator + 1, CLOSERS));
        if (after < end && space(after) && endsHere(terminator, after)) {
            add(after);
        }
        return after - 1;
    }

    private void add(int to) {
        int from = skipSpace(start);
        int last = to;
        while (last > from && space(last - 1)) {
            last--;
        }
        if (last > from) {
            sentences.add(new Span(from, last));
        }
        start = to;
    }

    private boolean endsHere(int terminator, int after) {
        int next = skip(skipSpace(after), OPENERS);
        if (next >= end) {
            return true;
        }
        char first = text.charAt(next);
        if (Character.isLowerCase(first) || ",;:.!?…".indexOf(first) >= 0 || Abbreviations.companyForm(word(next))) {
            return false;
        }
        return text.charAt(terminator) == '.' ? stopEnds(terminator, after, next) : !speechFollows(after, next);
    }

    private boolean stopEnds(int stop, int after, int next) {
        int wordStart = wordStart(stop);
        String before = text.substring(wordStart, stop);
        if (before.isEmpty() || after > stop + 1) {
            return true;
        }
        if (Abbreviations.neverLast(before) || listMarker(wordStart, before)) {
            return false;
        }
        if (Abbreviations.beforeNumber(before)) {
            return !matcher(NUMBERED, next).lookingAt();
        }
        return abbreviationEnds(wordStart, before, word(next));
    }

    private boolean abbreviationEnds(int wordStart, String before, String next) {
        if (Abbreviations.clock(before)) {
            return !Abbreviations.day(next);
        }
        boolean pointsOn = Abbreviations.seldomLast(before)
                || Abbreviations.initials(before) && !Abbreviations.lettered(wordBefore(wordStart));
        return !pointsOn || Abbreviations.starter(next);
    }

    /** A number or letter that stands first in the sentence, as in "2. The supplier shall". */
    private boolean listMarker(int wordStart, String word) {
        return wordStart == skipSpace(start) && word.matches("\\d{1,3}|\\p{L}|[ivx]{1,4}");
    }

    private boolean speechFollows(int after, int next) {
        boolean quoted = CLOSERS.indexOf(text.charAt(after - 1)) >= 0;
        return quoted && matcher(SPEECH_FOLLOWS, next).lookingAt();
    }

    /** Whether a line break ends a sentence that has no full stop: before a list item, after a heading. */
    private boolean lineEnds(int newline) {
        int next = skipSpace(newline);
        if (next >= end) {
            return true;
        }
        if (matcher(LIST_MARKER, next).lookingAt()) {
            return true;
        }
        int lineStart = Math.max(start, text.lastIndexOf('\n', newline - 1) + 1);
        String line = text.substring(lineStart, newline).stripTrailing();
        return line.length() < SHORT_LINE
                && Character.isUpperCase(text.charAt(next))
                && !GOES_ON.matcher(line).find();
    }

    private Matcher matcher(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, end);
    }

    private int wordStart(int stop) {
        int at = stop;
        while (at > start && !space(at - 1) && OPENERS.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private String wordBefore(int from) {
        int to = from;
        while (to > start && space(to - 1)) {
            to--;
        }
        return text.substring(wordStart(to), to);
    }

    private String word(int from) {
        int to = from;
        while (to < end && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private int skipNotes(int from) {
        Matcher notes = matcher(NOTES, from);
        return notes.lookingAt() ? notes.end() : from;
    }

    private int skip(int from, String characters) {
        int at = from;
        while (at < end && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < end && space(at)) {
            at++;
        }
        return at;
    }

    private boolean space(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean terminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }
}
