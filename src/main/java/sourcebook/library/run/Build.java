package sourcebook.library.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.Corpus.HashedFile;
import sourcebook.corpus.Golden;
import sourcebook.corpus.Intake;
import sourcebook.index.Draft;
import sourcebook.index.DraftWriter;
import sourcebook.index.Lease;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress.Work;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;
import sourcebook.model.Article;
import sourcebook.model.Problem;
import sourcebook.text.Names;

/** From the corpus to a draft: what has not changed since the served generation is taken over from it. For one thread. */
final class Build {
    private final Workplace workplace;
    private final Order order;
    private final Track track;
    private final List<Problem> problems = new ArrayList<>();
    private String how = "";
    private @Nullable String fingerprint;

    Build(Workplace workplace, Order order, Track track) {
        this.workplace = workplace;
        this.order = order;
        this.track = track;
    }

    /** Two files share an id, and the one that is to have it was not read: all must be. */
    private static final class Entangled extends IOException {
        private final String why;

        Entangled(String file, String other) {
            super(file + " has an article with the id of one in " + other);
            this.why = file + " has an article with the id of one in " + other;
        }
    }

    /** What lies in the corpus. */
    private record Found(Corpus.Snapshot snapshot, Names names, List<Golden> goldens) {}

    /** The draft, and the golden questions that it is to answer. */
    record Built(Draft draft, List<Golden> goldens) {}

    /** What is wrong with files other than those of articles. */
    List<Problem> problems() {
        return problems;
    }

    /** Of the corpus that was looked at; empty before it was. */
    Optional<String> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    /** What was read, and why so much, in a sentence. */
    String how() {
        return how;
    }

    /**
     * Builds the draft; empty where it would be what is served.
     *
     * @param served the generation that is served, empty if none is
     */
    Optional<Built> build(Optional<Lease> served) throws IOException {
        track.stage(Stage.READING, 0, "feeds");
        workplace.feeds().fetch(problems::add, (done, all) -> track.look(), track::look);
        track.stage(Stage.READING, 0, "files");
        Corpus.Snapshot snapshot = workplace.corpus().snapshot(problems::add, (done, all) -> track.look());
        fingerprint = snapshot.fingerprint();
        Names names = workplace.corpus().names(problems::add);
        List<Golden> goldens = workplace.corpus().goldens(problems::add);
        Found found = new Found(snapshot, names, goldens);
        Optional<String> whyFull = whyFull(served, names);
        if (whyFull.isEmpty()) {
            Lease before = served.orElseThrow();
            if (snapshot.fingerprint().equals(before.generation().corpus())) {
                return Optional.empty();
            }
            try (DraftWriter writer = workplace.generations().draft(before)) {
                return Optional.of(new Built(written(writer, found), goldens));
            } catch (Entangled e) {
                whyFull = Optional.of(e.why);
                track.work(work -> Work.NONE);
            }
        }
        try (DraftWriter writer = workplace.generations().draft(names)) {
            Draft draft = written(writer, found);
            how = "All files were read: " + whyFull.orElse("") + ".";
            return Optional.of(new Built(draft, goldens));
        }
    }

    private void note(Problem problem) {
        if (problems.size() < Report.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    private Optional<String> whyFull(Optional<Lease> served, Names names) throws IOException {
        if (served.isEmpty()) {
            return Optional.of("there is no index to begin with");
        }
        if (order.full()) {
            return Optional.of("it was ordered so");
        }
        return workplace.generations().unusable(served.get(), names);
    }

    private Draft written(DraftWriter writer, Found found) throws IOException {
        boolean sameContractFiles = sameContractFiles(writer, found.snapshot());
        read(writer, found.snapshot());
        track.expect(Stage.BUILDING, writer.articles());
        track.expect(Stage.CHECKING, found.goldens().size());
        if (writer.sentencesToEmbed() > 0) {
            track.stage(Stage.EMBEDDING, writer.sentencesToEmbed(), "sentences");
            writer.embed(done -> {
                track.work(work -> new Work(
                        work.filesRead(), work.filesKept(), work.articles(), writer.embedded(), work.problems()));
                track.done(done);
            });
        }
        track.stage(Stage.BUILDING, writer.articles(), "articles");
        writer.build(track::done);
        contracts(writer, found, sameContractFiles);
        examples(found.goldens()).forEach(writer::example);
        return writer.finish(found.snapshot().fingerprint(), workplace.clock().instant(), done -> track.check());
    }

    /** Whether every file of contract data is what it was, and there is no other; each that is the same is kept. */
    private static boolean sameContractFiles(DraftWriter writer, Corpus.Snapshot snapshot) {
        boolean same = true;
        for (HashedFile file : snapshot.contracts()) {
            same &= writer.revision().keeps(file.name(), file.sha256());
        }
        Set<String> names = snapshot.contracts().stream().map(HashedFile::name).collect(Collectors.toSet());
        return same
                && writer.revision().namesBefore().stream()
                        .filter(name -> name.startsWith(Corpus.CONTRACTS))
                        .allMatch(names::contains);
    }

    /** Contract data are brought together over all files and articles: they are taken over whole, or written anew. */
    private void contracts(DraftWriter writer, Found found, boolean sameFiles) throws IOException {
        if (sameFiles && writer.contractsStay()) {
            writer.keepContracts();
            return;
        }
        Map<String, List<Problem>> told = new HashMap<>();
        writer.contracts(new Contracting(
                workplace.corpus(),
                found.names(),
                writer.revision().files().values(),
                writer.scratch(),
                problem -> told.computeIfAbsent(problem.file(), file -> new ArrayList<>())
                        .add(problem),
                track::look));
        for (HashedFile file : found.snapshot().contracts()) {
            writer.revision().begin(file.name(), file.sha256());
            List<Problem> ofFile = told.getOrDefault(file.name(), List.of());
            ofFile.stream().limit(Report.MAX_PROBLEMS).forEach(writer.revision()::problem);
            writer.revision().end();
            told.remove(file.name());
        }
        told.values().forEach(others -> others.forEach(this::note));
    }

    private void read(DraftWriter writer, Corpus.Snapshot snapshot) throws IOException {
        List<HashedFile> changed = new ArrayList<>();
        for (HashedFile file : snapshot.articles()) {
            if (!writer.revision().keeps(file.name(), file.sha256())) {
                changed.add(file);
            }
        }
        int kept = snapshot.articles().size() - changed.size();
        how = changed.size() + " of " + snapshot.articles().size() + " files were read; the others have not changed.";
        track.work(work -> new Work(0, kept, 0, 0, work.problems()));
        track.stage(Stage.READING, changed.size(), "files");
        Map<String, Integer> order = new HashMap<>();
        snapshot.articles().forEach(file -> order.put(file.name(), order.size()));
        Map<String, String> fileOfId = writer.revision().fileOfId();
        try (Corpus.Reading reading = workplace.corpus().reading()) {
            for (HashedFile file : changed) {
                writer.revision().begin(file.name(), file.sha256());
                reading.read(file, fileOfId, new Writing(file.name(), writer, track, order));
                writer.revision().end();
                track.work(work -> new Work(
                        work.filesRead() + 1, work.filesKept(), work.articles(), work.embedded(), work.problems()));
                track.done(track.now().work().filesRead());
            }
        }
    }

    /** The first answerable question of each kind, so that examples differ; one that is written as people should see it. */
    private static List<String> examples(List<Golden> goldens) {
        Map<String, String> byKind = new LinkedHashMap<>();
        for (Golden golden : goldens) {
            if (golden.found() && golden.question().endsWith("?")) {
                byKind.putIfAbsent(golden.kind(), golden.question());
            }
        }
        return List.copyOf(byKind.values());
    }

    /**
     * What a file holds goes into the draft.
     *
     * @param order the place of each file in the order of reading
     */
    private record Writing(String file, DraftWriter writer, Track track, Map<String, Integer> order) implements Intake {
        @Override
        public void article(Article article) throws IOException {
            writer.add(article);
            track.work(work -> new Work(
                    work.filesRead(), work.filesKept(), work.articles() + 1, work.embedded(), work.problems()));
            track.look();
        }

        @Override
        public void problem(Problem problem) {
            writer.revision().problem(problem);
            track.work(work -> new Work(
                    work.filesRead(), work.filesKept(), work.articles(), work.embedded(), work.problems() + 1));
        }

        @Override
        public void taken(String other) throws IOException {
            if (order.getOrDefault(other, 0) > order.getOrDefault(file, 0)) {
                throw new Entangled(file, other);
            }
            writer.revision().contested();
        }
    }
}
