package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.corpus.extract.Dates;
import sourcebook.model.PartialDate;

class MetadataTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "police/met-sscl", "a.b", "..a", "...", "a b", "é", "12", "a?b#c%"})
    void anIdThatCanStandInALinkIsGood(String id) {
        assertThat(Metadata.goodId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/..",
                "a/./b",
                "a/../b",
                "a\\b",
                "a\nb",
                "a\n",
                "\u0000",
                "a\u2028/../b",
                "a\u0085/../b",
                "a\ud83d"
            })
    void anIdThatCannotStandInALinkIsBad(String id) {
        assertThat(Metadata.goodId(id)).isFalse();
    }

    @Test
    void anIdHasAtMostTwoHundredCharacters() {
        assertThat(Metadata.goodId("a".repeat(200))).isTrue();
        assertThat(Metadata.goodId("a".repeat(201))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015                      | 2015
            2015-07                   | 2015-07
            2015-07-14                | 2015-07-14
            2015-07-14T09:00:00Z      | 2015-07-14
            2015-07-14 09:00          | 2015-07-14
            ' 2015-07-14 '            | 2015-07-14
            14 July 2015              | 2015-07-14
            14 jul 2015               | 2015-07-14
            4 Sep 2015                | 2015-09-04
            4 Sept 2015               | 2015-09-04
            July 14, 2015             | 2015-07-14
            Sep 4, 2015               | 2015-09-04
            04/03/2015                | 2015-03-04
            Tuesday 14 July 2015      | 2015-07-14
            29 February 2016          | 2016-02-29
            20150714                  | 2015-07-14
            20150714T090000Z          | 2015-07-14
            2015/07/14                | 2015-07-14
            2015.7.4                  | 2015-07-04
            14.07.2015                | 2015-07-14
            14-07-2015                | 2015-07-14
            07/14/2015                | 2015-07-14
            Tue, 14 Jul 2015 09:00:00 GMT    | 2015-07-14
            Tue Jul 14 09:00:00 BST 2015     | 2015-07-14
            14th July 2015            | 2015-07-14
            the 1st of July 2015      | 2015-07-01
            July 14th, 2015           | 2015-07-14
            14-Jul-2015               | 2015-07-14
            Tuesday, July 14, 2015 9:00 am EDT | 2015-07-14
            Published: 14 July 2015   | 2015-07-14
            Last updated on July 14, 2015 at 9:00 AM | 2015-07-14
            '14 July 2015, 09.30'     | 2015-07-14
            '14 July 2015 · Updated 10:04' | 2015-07-14
            July 2015                 | 2015-07
            2015-07-14Z               | 2015-07-14
            """)
    void aDateIsReadAsPeopleWriteIt(String written, String iso) {
        assertThat(Dates.read(written)).contains(new PartialDate(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2015-13",
                "2015-02-30",
                "31/02/2015",
                "29 February 2015",
                "31 June 2015",
                "13/14/2015",
                "Monday 14 July 2015",
                "Wed, 14 Jul 2015 09:00:00 GMT",
                "32 July 2015",
                "20151301",
                "14 July 2015 and later",
                "14.7.2015 or so",
                "15",
                "٢٠١٥"
            })
    void whatIsNoRealDateIsNotGuessed(String written) {
        assertThat(Dates.read(written)).isEmpty();
    }
}
