package sourcebook.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.text.Names;

final class SayingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Jane Roe say about the meals?|Jane Roe|the meals",
                "what did the treasurer tell in May 2019 about meals|the treasurer|in May 2019 about meals",
                "What has Jane Roe said?|Jane Roe|''",
                "What does Roe think of meals|Roe|meals",
                "What Jane Roe said about meals|Jane Roe|meals",
            })
    void aSpeakerAndATopicAreRead(String question, String speaker, String topic) {
        assertThat(Questions.read(question, Names.none(), null).saying()).isEqualTo(new Saying(speaker, topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"What is said about meals?", "Who said that meals are cold?", "How long did it take?", "said"})
    void otherQuestionsAskForNobodysWords(String question) {
        assertThat(Questions.read(question, Names.none(), null).saying()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In the Northtown contract, who pays?|Northtown|contract|who pays?",
                "in the article on the Northtown meals: who pays?|Northtown meals||who pays?",
                "In the article “Meals, and more”, who pays?|Meals, and more||who pays?",
                "Who pays in the article about Northtown?|Northtown||Who pays",
            })
    void anArticleCalledByNameIsRead(String question, String name, String kind, String rest) {
        assertThat(InArticle.read(question)).contains(new InArticle(name, kind == null ? "" : kind, rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"In 2019, who paid?", "Who pays in the contract?", "In the end, who paid?"})
    void otherQuestionsCallNoArticle(String question) {
        assertThat(InArticle.read(question)).isEmpty();
    }
}
