package sourcebook.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.index.format.Fields;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;

/** An index with deleted documents in it ranks as one that never had them. */
final class GoneTest {
    private static final List<String> FIELDS = List.of(Fields.BODY, Fields.WORD, Fields.CALLED);

    @TempDir
    private Path folder;

    @Test
    void whatIsGoneCountsInNoStatistics() throws IOException {
        for (int i = 0; i < 40; i++) {
            write(i, "The ferry number " + i + " costs £" + i + "m. ", 1 + i % 3);
        }
        index("state", false);
        write(7, "A rare quokka sails on the ferry. ", 2);
        index("state", false);
        write(7, "The ferry sails. ", 3);
        Files.delete(file(8));
        index("state", false);
        index("anew", true);

        try (OpenGeneration changed = OpenGeneration.open(folder.resolve("state/generations/3"));
                OpenGeneration anew = OpenGeneration.open(folder.resolve("anew/generations/1"))) {
            assertThat(changed.reader().hasDeletions()).isTrue();
            assertThat(changed.reader().docFreq(new Term(Fields.BODY, "quokka")))
                    .isPositive();
            assertThat(changed.searcher().documents(new Term(Fields.BODY, "quokka")))
                    .isZero();
            assertThat(statistics(changed, anew))
                    .isEqualTo(statistics(anew, anew))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    void whereMuchIsGoneItIsMergedAwayAndForgotten() throws IOException {
        for (int i = 0; i < 10; i++) {
            write(i, "The ferry number " + i + " costs £" + i + "m. ", 2);
        }
        index("state", false);
        write(1, "Changed once. ", 2);
        write(2, "Changed once. ", 2);
        index("state", false);
        index("anew", true);

        assertThat(folder.resolve("state/generations/2/gone")).doesNotExist();
        try (OpenGeneration changed = OpenGeneration.open(folder.resolve("state/generations/2"));
                OpenGeneration anew = OpenGeneration.open(folder.resolve("anew/generations/1"))) {
            assertThat(changed.reader().hasDeletions()).isFalse();
            assertThat(statistics(changed, anew)).isEqualTo(statistics(anew, anew));
        }
    }

    /** Of one index, for all terms of another. */
    private static List<String> statistics(OpenGeneration of, OpenGeneration terms) throws IOException {
        List<String> all = new ArrayList<>();
        for (String field : FIELDS) {
            CollectionStatistics whole =
                    Objects.requireNonNull(of.searcher().collectionStatistics(field), "no field " + field);
            all.add(field + " " + whole.docCount() + " " + whole.sumTotalTermFreq() + " " + whole.sumDocFreq());
            TermsEnum each = Objects.requireNonNull(MultiTerms.getTerms(terms.reader(), field))
                    .iterator();
            for (BytesRef text = each.next(); text != null; text = each.next()) {
                Term term = new Term(field, BytesRef.deepCopyOf(text));
                TermStatistics one = of.searcher()
                        .termStatistics(
                                term, of.reader().docFreq(term), of.reader().totalTermFreq(term));
                all.add(term + " " + one.docFreq() + " " + one.totalTermFreq() + " "
                        + of.searcher().documents(term));
            }
        }
        return all;
    }

    private void index(String state, boolean full) throws IOException {
        try (Library library = new Library(folder.resolve("corpus"), folder.resolve(state), null, Clock.systemUTC())) {
            library.refresh();
            Order order = new Order(Actor.operator("a test"), full, "a test");
            assertThat(library.reindex(order, Progress.Watcher.NONE)).isInstanceOf(Reindex.Published.class);
        }
    }

    private void write(int number, String sentence, int times) throws IOException {
        Files.createDirectories(file(number).getParent());
        Files.writeString(file(number), sentence.repeat(times));
    }

    private Path file(int number) {
        return folder.resolve("corpus/articles/ferry-" + number + ".txt");
    }
}
