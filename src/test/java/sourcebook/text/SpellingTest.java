package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "center, centre",
        "centers, centres",
        "Centered, centred",
        "theater, theatre",
        "kilometers, kilometres",
        "program, programme",
        "programs, programmes",
        "organization, organisation",
        "organizations, organisations",
        "organizational, organisational",
        "privatize, privatise",
        "privatized, privatised",
        "modernizing, modernising",
        "organizer, organiser",
        "emphasize, emphasise",
        "analyze, analyse",
        "analyzed, analysed",
        "paralyzing, paralysing",
        "labor, labour",
        "labors, labours",
        "favorable, favourable",
        "neighborhood, neighbourhood",
        "behavioral, behavioural",
        "colored, coloured",
        "armory, armoury",
        "defense, defence",
        "offenses, offences",
        "license, licence",
        "licenses, licences",
        "fulfill, fulfil",
        "fulfillment, fulfilment",
        "enrollment, enrolment",
        "installments, instalments",
        "skillful, skilful",
        "traveled, travelled",
        "canceled, cancelled",
        "modeling, modelling",
        "counselor, counsellor",
        "inquiry, enquiry",
        "inquiries, enquiries",
        "judgment, judgement",
        "catalog, catalogue",
        "cataloged, catalogued",
        "dialogs, dialogues",
        "practiced, practised",
        "skeptical, sceptical",
        "LABOR, labour"
    })
    void anAmericanSpellingBecomesTheBritishOne(String american, String british) {
        assertThat(Spelling.british(american)).isEqualTo(british);
        assertThat(Spelling.british(british)).as("a British spelling stays").isEqualTo(british);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size",
                "sizes",
                "sized",
                "resizing",
                "downsized",
                "prize",
                "prizes",
                "seize",
                "seized",
                "seizing",
                "capsize",
                "maize",
                "citizen",
                "horizon",
                "hour",
                "four",
                "your",
                "sour",
                "tour",
                "meter",
                "parameter",
                "laboratory",
                "laborious",
                "honorary",
                "rigorous",
                "humorous",
                "error",
                "contractor",
                "minor",
                "vendor",
                "will",
                "wills",
                "skill",
                "skills",
                "install",
                "installed",
                "fulfilled",
                "enrolled",
                "roll",
                "payroll",
                "expense",
                "licensed",
                "licensing",
                "sense",
                "programmed",
                "programming",
                "log",
                "blog",
                "backlog",
                "practice",
                "water",
                "later",
                "filter",
                "travel",
                "level",
                "labelled",
                "paralleled",
                "compelled",
                ""
            })
    void aWordThatBothCountriesWriteAlikeStays(String word) {
        assertThat(Spelling.british(word)).isEqualTo(word);
    }
}
