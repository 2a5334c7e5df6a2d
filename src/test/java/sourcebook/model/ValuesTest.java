package sourcebook.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"2015, 2015-01-01", "2015-07, 2015-07-01", "2015-07-14, 2015-07-14", "2016-02-29, 2016-02-29"})
    void aDateMeansAtFirstItsEarliestDay(String iso, LocalDate earliest) {
        assertThat(new PartialDate(iso).earliest()).isEqualTo(earliest);
        assertThat(new PartialDate(iso)).hasToString(iso);
    }

    @Test
    void datesAreOrderedByTheirEarliestDayAndTheLessPreciseFirst() {
        List<PartialDate> ordered = List.of(
                new PartialDate("2014-12-31"),
                new PartialDate("2015"),
                new PartialDate("2015-01"),
                new PartialDate("2015-01-01"),
                new PartialDate("2015-02"));

        assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "Metropolitan Police Service, metropolitan-police-service",
        "Laing O'Rourke, laing-o-rourke",
        "HM Revenue & Customs, hm-revenue-customs",
        "É2, é2"
    })
    void aPartysKeyIsItsNameInLowerCaseWithHyphens(String name, String key) {
        assertThat(new Party(name, List.of(), List.of()).key()).isEqualTo(key);
    }

    @Test
    void aProblemNamesItsFileAndItsLineWhereThereIsOne() {
        assertThat(Problem.error("articles/a.md", 3, "it is broken")).hasToString("articles/a.md:3: it is broken");
        assertThat(Problem.warning("articles/a.md", 0, "it is odd")).hasToString("articles/a.md: it is odd");
        assertThat(Problem.warning("a", 0, "x").level()).isEqualTo(Problem.Level.WARNING);
        assertThat(Problem.error("a", 0, "x").level()).isEqualTo(Problem.Level.ERROR);
    }

    @Test
    void anArticlesIdIsThatOfItsCitation() {
        assertThat(new Article(new Citation("a/b", "T", null, null, null, null, null), "Text.").id())
                .isEqualTo("a/b");
    }
}
