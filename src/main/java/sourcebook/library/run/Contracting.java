package sourcebook.library.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.contract.ContractIntake;
import sourcebook.index.DraftWriter;
import sourcebook.index.build.IndexedArticle;
import sourcebook.index.build.IndexedFile;
import sourcebook.index.contract.ContractWriter;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;
import sourcebook.text.Names;
import sourcebook.text.fact.TextContracts;

/**
 * Takes a corpus's contracts into a draft, all anew; problems are told, and each contract may be the last.
 *
 * @param files whose articles' sentences may state something of contracts, read in this run or an earlier one
 */
record Contracting(
        Corpus corpus, Names names, Collection<IndexedFile> files, Path scratch, Consumer<Problem> problems, Look look)
        implements DraftWriter.Contracts {

    /** Looks whether to go on, and throws if not. */
    interface Look {
        void now() throws IOException;
    }

    @Override
    public void write(ContractWriter into, ContractWriter.Articles articles) throws IOException {
        List<Fact> read = new ArrayList<>();
        for (IndexedFile file : files) {
            for (IndexedArticle article : file.articles()) {
                look.now();
                articles.article(article.id())
                        .ifPresent(words ->
                                TextContracts.of(words, names).forEach(contract -> read.addAll(contract.facts())));
            }
        }
        corpus.contracts(names, articles::article, read, scratch, new Writing(into, problems, look));
    }

    private record Writing(ContractWriter into, Consumer<Problem> problems, Look look) implements ContractIntake {
        @Override
        public void contract(Contract contract) throws IOException {
            look.now();
            into.add(contract);
        }

        @Override
        public void party(Fact fact) throws IOException {
            into.add(fact);
        }

        @Override
        public void problem(Problem problem) {
            problems.accept(problem);
        }
    }
}
