package sourcebook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sourcebook.embed.Embedder;
import sourcebook.evaluate.QuestionSet;
import sourcebook.evaluate.Training;
import sourcebook.index.Lease;
import sourcebook.library.Library;

/** {@code evaluate}: how good the answers are, on question sets with known answers. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Indexes question sets, asks their questions, and prints how many answers are right.")
final class EvaluateCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(arity = "1..*", paramLabel = "SET_DIR", description = "Folders of question sets.")
    private List<Path> sets = List.of();

    @Option(names = "--split", defaultValue = "dev", description = "Which questions to ask; dev if not given.")
    private String split = "dev";

    @Option(names = "--fit", paramLabel = "DIR", description = "Fit the weights to these sets and write them there.")
    private @Nullable Path fit;

    EvaluateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        try (Embedder embedder = cli.embedder()) {
            if (fit != null && embedder != null) {
                fit(fit, embedder);
            }
        }
        return Cli.DONE;
    }

    private void fit(Path folder, Embedder embedder) throws IOException {
        Training meaning = new Training(true);
        Training words = new Training(false);
        for (Path folderOfSet : sets) {
            train(QuestionSet.read(folderOfSet, split, false), embedder, List.of(meaning, words));
            if (QuestionSet.hasRemoved(folderOfSet)) {
                train(QuestionSet.read(folderOfSet, split, true), embedder, List.of(meaning, words));
            }
        }
        meaning.crossValidated().forEach(cli.terminal().out()::println);
        meaning.fit().write(folder, true);
        words.crossValidated().forEach(cli.terminal().out()::println);
        words.fit().write(folder, false);
    }

    private void train(QuestionSet set, Embedder embedder, List<Training> trainings) throws IOException {
        Path work = cli.settings().state().resolve(set.name());
        set.unpack(work);
        try (Library library = new Library(work, work.resolve("state"), embedder, cli.clock())) {
            new Indexing(cli.terminal()).runIfNone(library);
            try (Lease index = library.lease().orElseThrow()) {
                for (Training training : trainings) {
                    training.add(set, index);
                }
            }
        }
    }
}
