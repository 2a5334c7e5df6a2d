package sourcebook.index;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Fields;
import sourcebook.index.format.Visible;

/**
 * Corrects misspelt words of a question to words of the corpus. A word that the corpus has, or that the embedding model
 * knows as an English word, stays as it is; so does a word with nothing very like it. For one thread.
 */
final class SpellCheck {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{5,}(?![\\p{N}])");

    /** A short word, and a name, may be wrong in one letter, a longer one in two. */
    private static final int LONG = 8;

    private static final int SUGGESTIONS = 5;

    private final DirectoryReader reader;
    private final @Nullable Embedder embedder;
    private final Visible visible;

    SpellCheck(OpenGeneration generation, @Nullable Embedder embedder, Visible visible) {
        this.visible = visible;
        this.reader = generation.reader();
        this.embedder = embedder;
    }

    /** The question with its misspelt words corrected; empty where none is. */
    Optional<String> corrected(String question) throws IOException {
        boolean capitals = question.equals(question.toUpperCase(Locale.ROOT));
        StringBuilder corrected = new StringBuilder();
        int from = 0;
        Matcher word = WORD.matcher(question);
        while (word.find()) {
            boolean name = !capitals && Character.isUpperCase(question.charAt(word.start()));
            String right = right(word.group().toLowerCase(Locale.ROOT), name);
            if (right != null) {
                corrected.append(question, from, word.start()).append(right);
                from = word.end();
            }
        }
        return from == 0
                ? Optional.empty()
                : Optional.of(corrected.append(question.substring(from)).toString());
    }

    /** How the word is spelt, null where it stays as it is. */
    private @Nullable String right(String word, boolean name) throws IOException {
        Term term = new Term(Fields.WORD, word);
        if (visible.passages(term) > 0 || inflected(word) || embedder != null && embedder.knows(word)) {
            return null;
        }
        int edits = word.length() < LONG || name ? 1 : 2;
        SuggestWord[] like =
                checker(edits).suggestSimilar(term, SUGGESTIONS, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        for (SuggestWord suggested : like) {
            if (visible.passages(new Term(Fields.WORD, suggested.string)) > 0) {
                return suggested.string;
            }
        }
        return null;
    }

    /** Whether the corpus has the word in another form: a plural, a tense, American spelling. */
    private boolean inflected(String word) throws IOException {
        for (String term : Analysis.terms(word)) {
            if (visible.passages(new Term(Fields.BODY, term)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Lucene's automata over the index's own words; the first letter is hardly ever wrong. */
    private static DirectSpellChecker checker(int edits) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(edits);
        checker.setMinPrefix(1);
        checker.setMinQueryLength(5);
        checker.setAccuracy(0.6f);
        return checker;
    }
}
