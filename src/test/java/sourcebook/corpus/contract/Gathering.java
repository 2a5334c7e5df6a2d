package sourcebook.corpus.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.text.Names;

/** Reads contract files and keeps all that comes of them. */
final class Gathering implements ContractIntake {
    final List<Contract> contracts = new ArrayList<>();
    final List<Fact> ofParties = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    static Gathering read(Path folder, Article... articles) throws IOException {
        Map<String, Article> byId =
                Stream.of(articles).collect(java.util.stream.Collectors.toMap(Article::id, article -> article));
        Gathering gathering = new Gathering();
        List<ContractFiles.Entry> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new ContractFiles.Entry(
                            file, folder.relativize(file).toString()))
                    .toList();
        }
        Path scratch = Files.createTempDirectory("spool");
        new ContractFiles(Names.none(), id -> Optional.ofNullable(byId.get(id)), gathering)
                .read(files, scratch.resolve("s"));
        Files.delete(scratch);
        return gathering;
    }

    static Gathering of(Path folder, String name, String content, Article... articles) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return read(folder, articles);
    }

    Contract contract(String id) {
        return contracts.stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> stated(Contract contract, Predicate predicate) {
        return contract.standing(predicate).stream()
                .map(fact -> fact.value().figure())
                .toList();
    }

    @Override
    public void contract(Contract contract) {
        contracts.add(contract);
    }

    @Override
    public void party(Fact fact) {
        ofParties.add(fact);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.toString());
    }
}
