package sourcebook.index.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import sourcebook.text.Spelling;

/**
 * English text to index terms: folded to lower case and plain letters, without stop words, in British spelling, stemmed by
 * Porter's rules.
 */
public final class Analysis {
    /** What a question asks with, not what it asks about. In the terms' own form: lower case, not yet stemmed. */
    private static final Set<String> QUESTION_WORDS = Set.of(
            "who", "whom", "whose", "what", "when", "where", "which", "why", "how", "do", "does", "did", "has", "have",
            "had", "were", "been", "being", "can", "could", "would", "should", "may", "might", "much", "many", "long",
            "i", "me", "my", "you", "your", "we", "us", "our", "tell", "please", "its", "from", "about", "any", "am");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    /** A word with a capital that does not begin the text, or a word with a digit. */
    private static final Pattern NAME = Pattern.compile("(?<=\\s)\\p{Lu}[\\p{L}\\p{N}.'’-]*|\\S*\\d\\S*");

    private static final Analyzer ENGLISH = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream folded = new LowerCaseFilter(new EnglishPossessiveFilter(new ASCIIFoldingFilter(source)));
            TokenStream kept = new StopFilter(folded, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(source, new PorterStemFilter(new BritishFilter(kept)));
        }
    };

    /** Words in American spelling become those in British spelling, in sources and questions alike. */
    private static final class BritishFilter extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        BritishFilter(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            String word = term.toString();
            String british = Spelling.british(word);
            if (!british.equals(word)) {
                term.setEmpty().append(british);
            }
            return true;
        }
    }

    private static final Set<String> QUESTION_TERMS = Set.copyOf(terms(String.join(" ", QUESTION_WORDS)));

    private Analysis() {}

    /** The terms of a text, in order, repeated where the text repeats them. */
    public static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = ENGLISH.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return terms;
    }

    /** The words of a text as they are written, in lower case: for finding how a misspelt word is spelt. */
    public static Set<String> words(String text) {
        return LETTERS.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The terms of a question that say what it is about, each once; all of them if it has no others. */
    public static List<String> questionTerms(String text) {
        List<String> terms = terms(text).stream()
                .filter(term -> term.chars().anyMatch(Character::isLetterOrDigit))
                .distinct()
                .toList();
        List<String> about =
                terms.stream().filter(term -> !QUESTION_TERMS.contains(term)).toList();
        return about.isEmpty() ? terms : about;
    }

    /**
     * The terms of the words that a question writes as names or numbers: with a capital inside it, or with a digit. A
     * question all in capitals shows no names.
     */
    public static Set<String> nameTerms(String question) {
        String words = NAME.matcher(question)
                .results()
                .map(MatchResult::group)
                .filter(word -> !question.equals(question.toUpperCase(Locale.ROOT)) || word.matches(".*\\d.*"))
                .collect(Collectors.joining(" "));
        return Set.copyOf(terms(words));
    }

    /** The analyzer itself, for comparing with plain Lucene. */
    public static Analyzer analyzer() {
        return ENGLISH;
    }

    /** A term as the sentence table keeps it. Two terms in four billion share a number; they would only be ranked alike. */
    public static int hash(String term) {
        return StringHelper.murmurhash3_x86_32(new BytesRef(term), 17);
    }
}
