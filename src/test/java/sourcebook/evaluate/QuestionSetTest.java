package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.evaluate.QuestionSet.Question;
import sourcebook.model.Article;

@SuppressWarnings("NullAway.Init")
final class QuestionSetTest {
    @TempDir
    Path folder;

    @Test
    void aSetReadsAsItWasWritten() throws IOException {
        QuestionSet set = set();

        assertThat(set.name()).isEqualTo("tiny");
        assertThat(set.questions())
                .extracting(Question::id)
                .containsExactly("worth", "since", "meals", "elsewhere", "nothing");
        assertThat(set.questions())
                .extracting(Question::scope)
                .containsExactly(null, null, "acme-schools", "libraries", null);
        assertThat(set.asksForArticles()).isFalse();
        assertThat(set.articles()).containsOnlyKeys("acme-payroll", "acme-schools", "libraries");
        assertThat(set.articles().values()).extracting(Article::text).contains(Fixture.LIBRARIES.text());
    }

    @Test
    void questionsOnRemovedArticlesHaveNoAnswer() throws IOException {
        Path tiny = TinySet.in(folder, "tiny", TinySet.QUESTIONS);
        Files.writeString(tiny.resolve("removed_docs.txt"), "libraries\n\n");

        QuestionSet set = QuestionSet.read(tiny, "dev", true);

        assertThat(set.name()).isEqualTo("tiny-removed");
        assertThat(set.questions())
                .filteredOn(Question::answerable)
                .extracting(Question::id)
                .containsExactly("worth", "meals");
        assertThat(set.articles()).containsOnlyKeys("acme-payroll", "acme-schools");
    }

    @Test
    void removedArticlesAreNotUnpacked() throws IOException {
        Path tiny = TinySet.in(folder, "tiny", TinySet.QUESTIONS);
        Files.writeString(tiny.resolve("removed_docs.txt"), "libraries\n");

        QuestionSet.read(tiny, "dev", true).unpack(folder.resolve("work"));

        assertThat(folder.resolve("work/articles/corpus.jsonl"))
                .content()
                .contains("acme-payroll")
                .doesNotContain("libraries");
    }

    @Test
    void aCorpusThatCannotBeReadToItsEndIsNotTakenForUnpacked() throws IOException {
        Path tiny = TinySet.in(folder, "tiny", TinySet.QUESTIONS);
        byte[] whole = Files.readAllBytes(tiny.resolve("corpus.jsonl.gz"));
        Files.write(tiny.resolve("corpus.jsonl.gz"), Arrays.copyOf(whole, whole.length - 20));

        assertThatThrownBy(() -> QuestionSet.read(tiny, "dev", false).unpack(folder.resolve("work")))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("work/articles/corpus.jsonl")).doesNotExist();
    }

    @Test
    void fewerQuestionsAreSpreadOverAll() throws IOException {
        assertThat(set().limited(2).questions()).extracting(Question::id).containsExactly("worth", "meals");
        assertThat(set().limited(9).questions()).hasSize(5);
    }

    @Test
    void aSetThatAsksForArticlesGivesNoWords() throws IOException {
        Path tiny = TinySet.in(folder, "notices", TinySet.ARTICLES_ASKED);

        assertThat(QuestionSet.read(tiny, "dev", false).asksForArticles()).isTrue();
    }

    @Test
    void aQuestionForAFieldOfARecordIsRefused() throws IOException {
        Path tiny = TinySet.in(
                folder,
                "fields",
                "{\"id\":\"x#buyer\",\"question\":\"who?\",\"kind\":\"buyer\",\"answerable\":true}\n");

        assertThatThrownBy(() -> QuestionSet.read(tiny, "dev", false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x#buyer")
                .hasMessageContaining("leave this set out");
    }

    private QuestionSet set() throws IOException {
        return QuestionSet.read(TinySet.in(folder, "tiny", TinySet.QUESTIONS), "dev", false);
    }
}
