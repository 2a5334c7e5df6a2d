package sourcebook.corpus.contract;

import java.io.IOException;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;

/** Where what is read of contracts goes, one by one, never gathered. */
public interface ContractIntake {
    /** Takes a contract, whole: no other has its id. An exception stops the reading. */
    void contract(Contract contract) throws IOException;

    /** Takes a fact about a party by itself, such as who owns it. */
    void party(Fact fact) throws IOException;

    void problem(Problem problem);
}
