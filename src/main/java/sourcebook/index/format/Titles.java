package sourcebook.index.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import sourcebook.model.Citation;
import sourcebook.text.Mention;

/** Finds articles by the words of their titles. Safe for many threads. */
public final class Titles {
    /** What is left of a possessive when the name before it is taken out. */
    private static final Pattern LEFT_OF_POSSESSIVE = Pattern.compile("(?<=\\s|^)['’]s\\b");

    private Titles() {}

    /** The terms of a title as somebody calls it; the words of a party's name are one term, the party's. */
    public static Set<String> terms(String words, List<Mention> mentions) {
        Set<String> terms = new LinkedHashSet<>();
        StringBuilder others = new StringBuilder();
        int from = 0;
        for (Mention mention : mentions) {
            others.append(words, from, mention.span().start()).append(' ');
            mention.parties().forEach(party -> terms.add(Documents.partyTerm(party.key())));
            from = mention.span().end();
        }
        others.append(words.substring(from));
        terms.addAll(Analysis.questionTerms(LEFT_OF_POSSESSIVE.matcher(others).replaceAll(" ")));
        return terms;
    }

    /** The first articles that are visible, at most so many. */
    public static List<Citation> first(IndexSearcher searcher, Visible visible, int limit) throws IOException {
        return found(searcher, visible.only(new PrefixQuery(new Term(Fields.ARTICLE, "")), Fields.AUDIENCE), limit);
    }

    /** The articles whose titles have all the terms, at most so many; none where there are no terms. */
    public static List<Citation> with(IndexSearcher searcher, Visible visible, Set<String> terms, int limit)
            throws IOException {
        if (terms.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(new Term(Fields.CALLED, term)), Occur.MUST));
        return found(searcher, visible.only(all.build(), Fields.AUDIENCE), limit);
    }

    private static List<Citation> found(IndexSearcher searcher, Query query, int limit) throws IOException {
        List<Citation> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
            found.add(Stored.citation(searcher.storedFields().document(hit.doc)));
        }
        return found;
    }
}
