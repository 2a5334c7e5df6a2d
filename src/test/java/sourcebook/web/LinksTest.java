package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.render.Links;

/** Whatever an article is called, the link to it opens it. */
final class LinksTest {
    private static final List<String> ODD = List.of(
            "plain",
            "a folder/with spaces in",
            "hash#mark",
            "per%cent",
            "per%20cent",
            "per%2Fcent",
            "question?mark",
            "semi;colon",
            "plus+and&amp=equals",
            "quote\"and'",
            "angle<b>",
            "pipe|bar",
            "caret^brace{}[]`",
            "colon:at@dollar$comma,",
            "tilde~star*bang!",
            "dots...and.more",
            ".hidden",
            "Übergröße/日本語/📎",
            "e\u0301 combining",
            "rtl\u05d0\u05d1",
            "no\u00a0break");

    @Test
    void anArticleOfAnyNameIsOpenedByItsLink(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        for (String id : ODD) {
            corpus.article(id, "Title of " + id, "These are the words of " + id);
        }
        try (RunningService service = RunningService.over(corpus)) {
            for (String id : ODD) {
                HttpResponse<String> response = service.get(
                        new Links(RunningService.PUBLIC).article(id).substring(RunningService.PUBLIC.length()));

                assertThat(response.statusCode()).as(id).isEqualTo(200);
                assertThat(Jsoup.parse(response.body()).title())
                        .isEqualTo("Title of " + id.replace('\u00a0', ' ') + " · Sourcebook");
            }
        }
    }
}
