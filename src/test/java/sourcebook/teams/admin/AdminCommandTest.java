package sourcebook.teams.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an order, and what only looks like one. */
final class AdminCommandTest {
    @Test
    void ordersAreReadWhateverTheirCapitals() {
        assertThat(AdminCommand.typed("admin reindex")).contains(new AdminCommand.Reindex(false, null));
        assertThat(AdminCommand.typed(" /Admin REINDEX full ")).contains(new AdminCommand.Reindex(true, null));
        assertThat(AdminCommand.typed("admin reindex force Files moved"))
                .contains(new AdminCommand.Reindex(false, "Files moved"));
        assertThat(AdminCommand.typed("admin reindex full force it is so"))
                .contains(new AdminCommand.Reindex(true, "it is so"));
        assertThat(AdminCommand.typed("admin rollback")).contains(new AdminCommand.RollBack(OptionalLong.empty()));
        assertThat(AdminCommand.typed("admin rollback 7")).contains(new AdminCommand.RollBack(OptionalLong.of(7)));
        assertThat(AdminCommand.typed("admin Status")).contains(new AdminCommand.Status());
        assertThat(AdminCommand.typed("admin cancel")).contains(new AdminCommand.Cancel());
        assertThat(AdminCommand.typed("admin problems")).contains(new AdminCommand.Problems());
        assertThat(AdminCommand.typed("admin\nchannel  allow LEGAL"))
                .contains(new AdminCommand.Channel(List.of("allow", "legal")));
        assertThat(AdminCommand.typed("admin channel")).contains(new AdminCommand.Channel(List.of()));
        assertThat(AdminCommand.typed("admin")).contains(new AdminCommand.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin reindex fulll",
                "admin reindex force",
                "admin rollback -1",
                "admin rollback 7 8",
                "admin rollback 99999999999999999999"
            })
    void anOrderThatIsNotUnderstoodDoesNothingButHelp(String typed) {
        assertThat(AdminCommand.typed(typed)).contains(new AdminCommand.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "administration costs of the Met",
                "admin costs of the Met",
                "admin status of the contract with the Met",
                "who is admin reindex",
                "reindex",
                ""
            })
    void aQuestionIsNoOrder(String typed) {
        assertThat(AdminCommand.typed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drop", "status now", "  "})
    void aButtonThatCarriesNoOrderIsNone(String carried) {
        assertThat(AdminCommand.read(carried)).isEmpty();
    }
}
