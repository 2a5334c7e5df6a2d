package sourcebook.dialogue;

import java.io.IOException;
import sourcebook.model.audience.Clearance;

/** Lists contracts: what answers {@code contracts} and {@code expiring}. Safe for many threads. */
public interface Register {
    /** No contract data are kept. */
    Register NONE = new Register() {
        @Override
        public Response contracts(String about, Clearance clearance) {
            return new Response.Told("There are no contract data to list. Ask a question about a contract instead.");
        }

        @Override
        public Response expiring(String within, Clearance clearance) {
            return contracts(within, clearance);
        }
    };

    /**
     * Contracts.
     *
     * @param about the words after the command, such as a party's name; empty for all
     */
    Response contracts(String about, Clearance clearance) throws IOException;

    /**
     * Contracts that end soon.
     *
     * @param within the words after the command, such as {@code 6 months} or a party's name; may be empty
     */
    Response expiring(String within, Clearance clearance) throws IOException;
}
