package sourcebook.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.contract.ContractIntake;
import sourcebook.index.DraftWriter;
import sourcebook.index.contract.ContractWriter;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;
import sourcebook.text.Names;

/**
 * Takes a corpus's contracts into a draft; problems are gathered.
 *
 * @param read what the sentences of its articles state of contracts
 */
record Contracting(Corpus corpus, Names names, List<Fact> read, Path scratch, List<Problem> problems)
        implements DraftWriter.Contracts {

    @Override
    public void write(ContractWriter into, ContractWriter.Articles articles) throws IOException {
        corpus.contracts(names, articles::article, read, scratch, new Writing(into, problems));
    }

    private record Writing(ContractWriter into, List<Problem> problems) implements ContractIntake {
        @Override
        public void contract(Contract contract) throws IOException {
            into.add(contract);
        }

        @Override
        public void party(Fact fact) throws IOException {
            into.add(fact);
        }

        @Override
        public void problem(Problem problem) {
            if (problems.size() < Library.MAX_PROBLEMS) {
                problems.add(problem);
            }
        }
    }
}
