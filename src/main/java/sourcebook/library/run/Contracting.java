package sourcebook.library.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * Takes a corpus's contracts into a draft, all anew; problems are told, and each contract may be the last.
 *
 * @param files whose articles' sentences may state something of contracts, in the order in which that counts
 */
record Contracting(
        Corpus corpus, Names names, Collection<IndexedFile> files, Path scratch, Consumer<Problem> problems, Look look)
        implements DraftWriter.Contracts {

    /** Looks whether to go on, and throws if not. */
    interface Look {
        void now() throws IOException;
    }

    @Override
    public void write(ContractWriter into, ContractWriter.Articles articles, Map<String, List<Fact>> read)
            throws IOException {
        List<Fact> inOrder = new ArrayList<>();
        for (IndexedFile file : files) {
            for (IndexedArticle article : file.articles()) {
                inOrder.addAll(read.getOrDefault(article.id(), List.of()));
            }
        }
        Set<String> asked = new TreeSet<>();
        corpus.contracts(
                names,
                id -> {
                    asked.add(id);
                    return articles.article(id);
                },
                inOrder,
                scratch,
                new Writing(into, problems, look));
        into.asked(asked);
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
